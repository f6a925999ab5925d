import { type Host, HostError, type Run } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";
import { type BuildingUnderTest, describeBuilding, KEPT, PLAN } from "./contract";

/** A host with a workbook of one sheet, "Existing", whose A1 holds the number 41. */
export interface HostUnderTest extends BuildingUnderTest {
  readonly host: Host;
  /** Selects a cell as a user does. */
  readonly select: (sheet: string, address: string) => Promise<void>;
  /** The sheet in view and its selected cell, such as "Existing!C3". */
  readonly selected: () => Promise<string>;
  /** Hides a sheet as a user does. */
  readonly hide: (sheet: string) => Promise<void>;
}

function quietRun(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

/** What a host itself tells of its workbook, for whoever looks at what it has built. */
export function livePart(host: Host) {
  return {
    host,
    existing: ["Existing"],
    build: (plan: Plan) => host.apply(plan, quietRun()),
    sheetNames: host.sheetNames,
    values: host.read,
    kept: host.keptProperties,
  };
}

/** What hosts with an open workbook keep to: all of the contract. */
export function describeHost(name: string, makeHost: () => Promise<HostUnderTest>): void {
  describeBuilding(name, makeHost);

  describe(`${name} with a workbook open`, () => {
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

    it("leaves sheets that exist untouched", async () => {
      await made.build(PLAN);
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
      if (made.givesValues) expect(await made.host.read("Existing", "C3")).toEqual([[42]]);
    });

    it("tells the texts kept with its sheets, of hidden sheets too", async () => {
      expect(await made.host.keptProperties()).toEqual([]);
      await made.build(PLAN);
      await made.hide("Inputs");
      expect(await made.host.keptProperties()).toEqual(KEPT);
    });

    it("removes sheets, whatever the case of their names, and their texts", async () => {
      await made.build(PLAN);
      await made.host.remove(["what it MAKES", "Inputs"]);
      await expectUntouched();
      expect(await made.host.keptProperties()).toEqual([]);
    });

    it("removes hidden sheets, and the sheet in view", async () => {
      await made.build(PLAN);
      await made.hide("Inputs");
      await made.host.remove(["Inputs", "What it makes"]);
      await expectUntouched();
      expect(await made.selected()).toMatch(/^Existing!/);
    });

    it("can build again what it has removed", async () => {
      await made.build(PLAN);
      await made.host.remove(["Inputs", "What it makes"]);
      await made.build(PLAN);
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
      expect(await made.formulaAt("What it makes", "B2")).toBe("=Inputs!B1-Inputs!B2");
    });

    it("removes nothing where one of the sheets does not exist, and names it", async () => {
      await made.build(PLAN);
      const removing = made.host.remove(["Inputs", "Nowhere"]);
      await expect(removing).rejects.toBeInstanceOf(HostError);
      await expect(removing).rejects.toThrow("There is no sheet named Nowhere.");
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
    });

    it("removes nothing where no sheet would be left to be seen", async () => {
      await made.build(PLAN);
      await made.hide("Existing");
      await expect(made.host.remove(["Inputs", "What it makes"])).rejects.toThrow(
        "A workbook needs a sheet that can be seen",
      );
      expect(await made.host.sheetNames()).toEqual(["Existing", "Inputs", "What it makes"]);
      await made.host.remove(["Inputs"]);
      expect(await made.host.sheetNames()).toEqual(["Existing", "What it makes"]);
    });

    it("brings a sheet into view, and a cell of it", async () => {
      await made.build(PLAN);
      await made.host.show("Inputs", "B2");
      expect(await made.selected()).toBe("Inputs!B2");
      await made.host.show("Existing");
      expect(await made.selected()).toMatch(/^Existing!/);
    });

    it("brings a range into view", async () => {
      await made.build(PLAN);
      await made.host.show("What it makes", "B2:C4");
      expect(await made.selected()).toBe("What it makes!B2");
    });

    it("brings a hidden sheet into view", async () => {
      await made.build(PLAN);
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
