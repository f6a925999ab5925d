import { type CellValue, HostError, type KeptProperties } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";

/*
 * What every host keeps to, in two parts. `describeBuilding` is about the sheets that a plan
 * becomes: it runs for all three hosts, each looked at from outside, a file in its XML.
 * `describeHost` in live-contract.ts is about a workbook that is open: Excel and the workbench
 * alone have one, with sheets that were there before, a selection, calculation and a build to
 * cancel. A file is new whenever it is written, and is handed over whole or not at all.
 */

/** How a cell looks. Colours are #rrggbb in small letters. */
export interface Look {
  readonly bold: boolean;
  readonly color: string;
  readonly fill: string | undefined;
  readonly numberFormat: string;
}

/** What cells may hold, in the words of the Open XML standard; formulas without an equals sign. */
export interface InputCheck {
  readonly range: string;
  readonly type: string;
  readonly operator: string | undefined;
  readonly formulas: readonly string[];
  readonly message: string;
}

/** A workbook as whoever opens it finds it. */
export interface OpenedWorkbook {
  readonly sheetNames: () => Promise<readonly string[]>;
  /** The sheet in view. */
  readonly sheetShown: () => Promise<string>;
  readonly values: (sheet: string, range: string) => Promise<CellValue[][]>;
  /** The formula in a cell as it is written there, or "". */
  readonly formulaAt: (sheet: string, address: string) => Promise<string>;
  readonly lookOf: (sheet: string, address: string) => Promise<Look>;
  /** How many rows and columns stay in sight. */
  readonly frozen: (sheet: string) => Promise<{ readonly rows: number; readonly columns: number }>;
  /** The sheet's own names, with what they stand for. */
  readonly names: (sheet: string) => Promise<Readonly<Record<string, string>>>;
  readonly inputChecks: (sheet: string) => Promise<readonly InputCheck[]>;
  readonly kept: () => Promise<readonly KeptProperties[]>;
}

/** A host as far as all of them go: it makes sheets of a plan. */
export interface BuildingUnderTest extends OpenedWorkbook {
  readonly build: (plan: Plan) => Promise<void>;
  /** The sheets that are there before. */
  readonly existing: readonly string[];
  /** Whether formulas have values; in a fake workbook they may not. */
  readonly givesValues: boolean;
  /** Whether there are names: Univer looks them up whatever their sheet, so the workbench has none. */
  readonly givesNames: boolean;
  readonly dispose: () => void;
}

const B1_TO_B2 = { row: 0, column: 1, rows: 2, columns: 1 };

/** Two sheets, the second of which refers to the first. */
export const PLAN: Plan = {
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
            ["Error as text", "#N/A"],
            ["Date as text", "1/2"],
          ],
        },
        { do: "style", area: B1_TO_B2, style: "input" },
        { do: "numberFormat", area: B1_TO_B2, format: "money" },
        { do: "columnWidths", widths: [24, 12] },
        { do: "name", name: "Revenue", area: { ...B1_TO_B2, rows: 1 } },
        { do: "name", name: "Both", area: B1_TO_B2 },
        {
          do: "validate",
          area: B1_TO_B2,
          allowed: { numbers: { from: 0 } },
          message: "At least 0",
        },
        {
          do: "validate",
          area: { row: 2, column: 1, rows: 1, columns: 1 },
          allowed: { oneOf: { sheet: "What it makes", area: { ...B1_TO_B2, row: 1, column: 2 } } },
          message: "One of the words",
        },
        {
          do: "validate",
          area: { row: 4, column: 1, rows: 1, columns: 1 },
          allowed: { numbers: { above: 0, below: 1 } },
          message: "Between",
        },
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
            [{ formula: "=NA()", value: { error: "#N/A" } }, "no answer"],
            [{ formula: '=IF(B2>0,"yes","no")', value: "yes" }, "in words"],
            [{ formula: "=B2>100", value: false }, "true or not"],
          ],
        },
        {
          do: "style",
          area: { row: 1, column: 1, rows: 1, columns: 1 },
          style: "result",
        },
        { do: "freeze", rows: 1, columns: 2 },
      ],
    },
  ],
  show: "What it makes",
};

export const KEPT: readonly KeptProperties[] = [
  { sheet: "Inputs", properties: { "aim.kind": "inputs", "aim.text": '{"price":"0042 €"}' } },
];

/** What sheets hold once a host has built them. */
export function describeBuilding(name: string, make: () => Promise<BuildingUnderTest>): void {
  describe(`the sheets that ${name} builds`, () => {
    let made: BuildingUnderTest;
    beforeEach(async () => {
      made = await make();
    });
    afterEach(() => {
      made.dispose();
    });

    it("come in the order of the plan behind those that exist, the one to be seen in view", async () => {
      await made.build(PLAN);
      expect(await made.sheetNames()).toEqual([...made.existing, "Inputs", "What it makes"]);
      expect(await made.sheetShown()).toBe("What it makes");
    });

    it("hold numbers, truth values and texts as they are, whatever texts look like", async () => {
      await made.build(PLAN);
      const cells = await made.values("Inputs", "A1:B7");
      expect(cells.filter((_row, i) => i !== 4)).toEqual([
        ["Revenue", 99],
        ["Cost to serve", 33.3],
        ["Code", "0042"],
        ["Checked", true],
        ["Error as text", "#N/A"],
        ["Date as text", "1/2"],
      ]);
      // An empty cell reads as "" in Excel.
      expect([null, ""]).toContain(cells[4]?.[1]);
      expect(await made.formulaAt("Inputs", "B6")).toBe("");
    });

    it.each(["=1+1", "+49 30 1234", "-5", "@x", "=HYPERLINK(1)"])(
      "hold %j, which begins as a formula does, as text",
      async (text) => {
        const write = { do: "write", row: 0, column: 0, cells: [[text, text]] } as const;
        await made.build({ sheets: [{ name: "Texts", steps: [write] }], show: "Texts" });
        expect(await made.values("Texts", "A1:B1")).toEqual([[text, text]]);
      },
    );

    it("hold formulas as formulas", async () => {
      await made.build(PLAN);
      expect(await made.formulaAt("What it makes", "B2")).toBe("=Inputs!B1-Inputs!B2");
      expect(await made.formulaAt("What it makes", "B5")).toBe('=IF(B2>0,"yes","no")');
    });

    it("give the values of formulas, errors as their text", async () => {
      await made.build(PLAN);
      const cells = (await made.values("What it makes", "B2:B6")).map(([cell]) => cell);
      expect(cells).toHaveLength(5);
      if (!made.givesValues) return;
      const [margin, twice, ...others] = cells;
      // 99 - 33.3 = 65.7, twice that is 131.4
      expect(margin).toBeCloseTo(65.7, 12);
      expect(twice).toBeCloseTo(131.4, 12);
      expect(others).toEqual(["#N/A", "yes", false]);
    });

    it("look as the plan's styles and formats say", async () => {
      await made.build(PLAN);
      expect(await made.lookOf("Inputs", "B2")).toMatchObject({
        bold: false,
        // The workbench has a blue that stays readable in the dark.
        color: expect.stringMatching(/^#00(00ff|33cc)$/),
        fill: "#fffbe0",
        numberFormat: '"$"#,##0.00',
      });
      expect(await made.lookOf("Inputs", "B3")).toMatchObject({
        fill: undefined,
        numberFormat: "@",
      });
      expect(await made.lookOf("What it makes", "B2")).toMatchObject({
        bold: true,
        color: "#000000",
        fill: "#e8f2f4",
      });
    });

    it("keep rows and columns in sight", async () => {
      await made.build(PLAN);
      expect(await made.frozen("What it makes")).toEqual({ rows: 1, columns: 2 });
      expect(await made.frozen("Inputs")).toEqual({ rows: 0, columns: 0 });
    });

    it("have names of their own, where there are any", async () => {
      await made.build(PLAN);
      expect(await made.names("Inputs")).toEqual(
        made.givesNames ? { Revenue: "Inputs!$B$1", Both: "Inputs!$B$1:$B$2" } : {},
      );
      expect(await made.names("What it makes")).toEqual({});
    });

    it("refuse other input, in the plan's words", async () => {
      await made.build(PLAN);
      expect(await made.inputChecks("Inputs")).toEqual([
        {
          range: "B1:B2",
          type: "decimal",
          operator: "greaterThanOrEqual",
          formulas: ["0"],
          message: "At least 0",
        },
        {
          range: "B3",
          type: "list",
          operator: undefined,
          formulas: ["'What it makes'!$C$2:$C$3"],
          message: "One of the words",
        },
        {
          range: "B5",
          type: "custom",
          operator: undefined,
          formulas: ["AND(ISNUMBER(B5),B5>0,B5<1)"],
          message: "Between",
        },
      ]);
      expect(await made.inputChecks("What it makes")).toEqual([]);
    });

    it("keep the texts that are not shown in them", async () => {
      await made.build(PLAN);
      expect(await made.kept()).toEqual(KEPT);
    });

    it.each([
      ["a name that another sheet of the plan has", "inputs"],
      ["a name that is too long", "a".repeat(32)],
      ["a name with a character that Excel forbids", "What if [70%]?"],
      ["a name that Excel needs itself", "History"],
      ["no name", ""],
    ])("are not built where one has %s", async (_what, bad) => {
      const [first] = PLAN.sheets;
      const plan: Plan = {
        sheets: [...(first ? [first] : []), { name: bad, steps: [] }],
        show: "Inputs",
      };
      await expect(made.build(plan)).rejects.toBeInstanceOf(HostError);
      expect(await made.sheetNames()).toEqual(made.existing);
    });
  });
}
