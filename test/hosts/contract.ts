import { type Host, HostError, type Run } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";

/** A host with a workbook of one sheet, "Existing", whose A1 holds the number 41. */
export interface HostUnderTest {
  readonly host: Host;
  /** Selects a cell as a user does. */
  readonly select: (sheet: string, address: string) => Promise<void>;
  /** The sheet in view and its selected cell, such as "Existing!C3". */
  readonly selected: () => Promise<string>;
  /** Hides a sheet as a user does. */
  readonly hide: (sheet: string) => Promise<void>;
  /** The formula in a cell as it is written there, or "". */
  readonly formulaAt: (sheet: string, address: string) => Promise<string>;
  /** Whether the workbook works formulas out; a fake one may not. */
  readonly calculates: boolean;
  readonly dispose: () => void;
}

const PLAN: Plan = {
  sheets: [
    {
      name: "Inputs",
      properties: { "aim.kind": "inputs", "aim.text": '{"price":"0042 €"}' },
      steps: [
        { do: "numberFormat", area: { row: 2, column: 1, rows: 1, columns: 1 }, format: "text" },
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            ["Revenue", 99],
            ["Cost to serve", 33.3],
            ["Code", "0042"],
            ["Checked", true],
            ["Nothing", null],
          ],
        },
        { do: "style", area: { row: 0, column: 1, rows: 2, columns: 1 }, style: "input" },
        { do: "numberFormat", area: { row: 0, column: 1, rows: 2, columns: 1 }, format: "money" },
        { do: "columnWidths", widths: [24, 12] },
      ],
    },
    {
      name: "What it makes",
      steps: [
        {
          do: "write",
          row: 1,
          column: 1,
          cells: [
            [{ formula: "=Inputs!B1-Inputs!B2", value: 65.7 }, "a margin"],
            [{ formula: "=B2*2", value: 131.4 }, "twice"],
            [{ formula: "=NA()", value: "#N/A" }, "no answer"],
          ],
        },
        { do: "freeze", rows: 1, columns: 1 },
      ],
    },
  ],
  show: "What it makes",
};

function quietRun(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** What every host keeps to, whatever it builds in. */
export function describeHost(name: string, makeHost: () => Promise<HostUnderTest>): void {
  describe(`${name} as a host`, () => {
    let made: HostUnderTest;
    beforeEach(async () => {
      made = await makeHost();
    });
    afterEach(() => {
      made.dispose();
    });

    async function expectUntouched(): Promise<void> {
      expect(await made.host.sheetNames()).toEqual(["Existing"]);
      expect(await made.host.read("Existing", "A1")).toEqual([[41]]);
    }

    it("builds the sheets of a plan after those that exist", async () => {
      await made.host.apply(PLAN, quietRun());
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
    });

    it("writes numbers, text that looks like a number, booleans and blanks as they are", async () => {
      await made.host.apply(PLAN, quietRun());
      const cells = await made.host.read("Inputs", "A1:B5");
      expect(cells.slice(0, 4)).toEqual([
        ["Revenue", 99],
        ["Cost to serve", 33.3],
        ["Code", "0042"],
        ["Checked", true],
      ]);
      // An empty cell reads as "" in Excel.
      expect([null, ""]).toContain(cells[4]?.[1]);
    });

    it("writes formulas as formulas", async () => {
      await made.host.apply(PLAN, quietRun());
      expect(await made.formulaAt("What it makes", "B2")).toBe("=Inputs!B1-Inputs!B2");
    });

    it("reads what formulas give, and errors as their text", async () => {
      await made.host.apply(PLAN, quietRun());
      const cells = await made.host.read("What it makes", "B2:B4");
      if (!made.calculates) {
        expect(cells).toHaveLength(3);
        return;
      }
      // 99 - 33.3 = 65.7, twice that is 131.4
      expect(cells[0]?.[0]).toBeCloseTo(65.7, 12);
      expect(cells[1]?.[0]).toBeCloseTo(131.4, 12);
      expect(cells[2]?.[0]).toBe("#N/A");
    });

    it("leaves sheets that exist untouched", async () => {
      await made.host.apply(PLAN, quietRun());
      expect(await made.host.read("Existing", "A1")).toEqual([[41]]);
    });

    it("tells its progress up to the end, never backwards", async () => {
      const done: number[] = [];
      await made.host.apply(PLAN, {
        ...quietRun(),
        onProgress: (phase, share) => {
          expect(phase).not.toBe("");
          done.push(share);
        },
      });
      expect(done).toEqual([...done].sort((a, b) => a - b));
      expect(done.at(-1)).toBe(1);
    });

    it("builds nothing when it is cancelled before it starts", async () => {
      const controller = new AbortController();
      controller.abort();
      const run = { ...quietRun(), signal: controller.signal };
      await expect(made.host.apply(PLAN, run)).rejects.toMatchObject({ name: "AbortError" });
      await expectUntouched();
    });

    it("leaves nothing behind when it is cancelled half-way", async () => {
      const controller = new AbortController();
      const run: Run = {
        signal: controller.signal,
        onProgress: (_phase, done) => {
          if (done > 0) controller.abort();
        },
      };
      await expect(made.host.apply(PLAN, run)).rejects.toMatchObject({ name: "AbortError" });
      await expectUntouched();
    });

    it("leaves nothing behind when it fails half-way", async () => {
      const run: Run = {
        ...quietRun(),
        onProgress: (_phase, done) => {
          if (done > 0) throw new Error("the pane has gone");
        },
      };
      await expect(made.host.apply(PLAN, run)).rejects.toBeInstanceOf(Error);
      await expectUntouched();
    });

    it("refuses a sheet name that is taken, whatever its case, and builds nothing", async () => {
      const [first] = PLAN.sheets;
      const plan: Plan = {
        sheets: [...(first ? [first] : []), { name: "EXISTING", steps: [] }],
        show: "EXISTING",
      };
      await expect(made.host.apply(plan, quietRun())).rejects.toBeInstanceOf(HostError);
      await expectUntouched();
    });

    it("says which sheet is missing when it is to read one that does not exist", async () => {
      const reading = made.host.read("Nowhere", "A1");
      await expect(reading).rejects.toBeInstanceOf(HostError);
      await expect(reading).rejects.toThrow("Nowhere");
    });

    it("inserts a formula into the selected cell and moves nothing else", async () => {
      await made.select("Existing", "C3");
      expect(await made.host.insertFormula("=A1+1")).toBe("C3");
      expect(await made.formulaAt("Existing", "C3")).toBe("=A1+1");
      expect(await made.host.read("Existing", "A1")).toEqual([[41]]);
      if (made.calculates) expect(await made.host.read("Existing", "C3")).toEqual([[42]]);
    });

    it("keeps the texts of a plan with its sheets, and tells them of hidden sheets too", async () => {
      expect(await made.host.keptProperties()).toEqual([]);
      await made.host.apply(PLAN, quietRun());
      const kept = [
        {
          sheet: "Inputs",
          properties: { "aim.kind": "inputs", "aim.text": '{"price":"0042 €"}' },
        },
      ];
      expect(await made.host.keptProperties()).toEqual(kept);
      await made.hide("Inputs");
      expect(await made.host.keptProperties()).toEqual(kept);
    });

    it("removes sheets, whatever the case of their names, and their texts", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.host.remove(["what it MAKES", "Inputs"]);
      await expectUntouched();
      expect(await made.host.keptProperties()).toEqual([]);
    });

    it("removes hidden sheets, and the sheet in view", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.hide("Inputs");
      await made.host.remove(["Inputs", "What it makes"]);
      await expectUntouched();
      expect(await made.selected()).toMatch(/^Existing!/);
    });

    it("can build again what it has removed", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.host.remove(["Inputs", "What it makes"]);
      await made.host.apply(PLAN, quietRun());
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
      expect(await made.formulaAt("What it makes", "B2")).toBe("=Inputs!B1-Inputs!B2");
    });

    it("removes nothing where one of the sheets does not exist, and names it", async () => {
      await made.host.apply(PLAN, quietRun());
      const removing = made.host.remove(["Inputs", "Nowhere"]);
      await expect(removing).rejects.toBeInstanceOf(HostError);
      await expect(removing).rejects.toThrow("There is no sheet named Nowhere.");
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
    });

    it("removes nothing where no sheet would be left to be seen", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.hide("Existing");
      await expect(made.host.remove(["Inputs", "What it makes"])).rejects.toThrow(
        "A workbook needs a sheet that can be seen",
      );
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
      await made.host.remove(["Inputs"]);
      expect(await made.host.sheetNames()).toEqual(["Existing", "What it makes"]);
    });

    it("brings a sheet into view, and a cell of it", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.host.show("Inputs", "B2");
      expect(await made.selected()).toBe("Inputs!B2");
      await made.host.show("Existing");
      expect(await made.selected()).toMatch(/^Existing!/);
    });

    it("brings a range into view", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.host.show("What it makes", "B2:C4");
      expect(await made.selected()).toBe("What it makes!B2");
    });

    it("brings a hidden sheet into view", async () => {
      await made.host.apply(PLAN, quietRun());
      await made.hide("Inputs");
      await made.host.show("Inputs", "A1");
      expect(await made.selected()).toBe("Inputs!A1");
    });

    it("says which sheet is missing when it is to show one that does not exist", async () => {
      const showing = made.host.show("Nowhere");
      await expect(showing).rejects.toBeInstanceOf(HostError);
      await expect(showing).rejects.toThrow("Nowhere");
    });
  });
}
