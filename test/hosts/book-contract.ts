import { type Host, HostError, type Run } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";
import type { Book, BookCell, BookChanges } from "../../src/workbook/share/book";

/** A host whose workbook has the sheets of `BOOK_PLAN` beside one named "Existing". */
export interface BookUnderTest {
  readonly host: Host;
  readonly dispose: () => void;
}

/** 66 / 99 */
const MARGIN = 2 / 3;

const SPILLED = "=AIM.GROSSMARGIN(A1:A2,B1:B2)";
const KEPT = "=IFERROR(AIM.GROSSMARGIN('P & L'!A1,'P & L'!B1),0)";

/** What the formulas give, for a host that works nothing out. */
export const RESULTS: readonly (readonly [string, readonly (readonly (number | string)[])[]])[] = [
  // 66 / 99 and 30 / 50
  [SPILLED, [[MARGIN], [0.6]]],
  ["=SUM(D1#)", [[MARGIN + 0.6]]],
  ["=SUM(D1:D2)", [[MARGIN + 0.6]]],
  ["=(A1-B1)/A1", [[MARGIN]]],
  ["=(A2-B2)/A2", [[0.6]]],
  ["='P & L'!A1*2", [[198]]],
  [KEPT, [[MARGIN]]],
  ["=NA()", [["#N/A"]]],
];

/** Two sheets whose names take quotes, with a formula that fills two cells. */
export const BOOK_PLAN: Plan = {
  sheets: [
    {
      name: "P & L",
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            [
              99,
              33,
              null,
              { formula: SPILLED, value: MARGIN },
              { formula: "=SUM(D1#)", value: MARGIN + 0.6 },
              "=1+1",
              { formula: "=NA()", value: { error: "#N/A" } },
            ],
            [50, 20],
          ],
        },
        {
          do: "numberFormat",
          area: { row: 0, column: 3, rows: 2, columns: 1 },
          format: "percent",
        },
      ],
    },
    {
      name: "It's 5",
      steps: [
        {
          do: "write",
          row: 0,
          column: 0,
          cells: [
            [
              { formula: "='P & L'!A1*2", value: 198 },
              { formula: KEPT, value: MARGIN },
            ],
          ],
        },
      ],
    },
  ],
  show: "P & L",
};

/** A name of the whole workbook that every host under test has. */
export const BOOK_NAME = {
  name: "OverallMargin",
  formula: "=AIM.GROSSMARGIN('P & L'!$A$1,'P & L'!$B$1)",
};

const P_AND_L: readonly BookCell[] = [
  { row: 0, column: 0, value: 99 },
  { row: 0, column: 1, value: 33 },
  {
    row: 0,
    column: 3,
    value: MARGIN,
    formula: SPILLED,
    fills: { rows: 2, columns: 1 },
    kind: "dynamic",
  },
  { row: 0, column: 4, value: MARGIN + 0.6, formula: "=SUM(D1#)" },
  { row: 0, column: 5, value: "=1+1" },
  { row: 0, column: 6, value: null, error: "#N/A", formula: "=NA()" },
  { row: 1, column: 0, value: 50 },
  { row: 1, column: 1, value: 20 },
  { row: 1, column: 3, value: 0.6 },
];

const FIVE: readonly BookCell[] = [
  { row: 0, column: 0, value: 198, formula: "='P & L'!A1*2" },
  { row: 0, column: 1, value: MARGIN, formula: KEPT },
];

const NATIVE = "=('P & L'!$A$1-'P & L'!$B$1)/'P & L'!$A$1";

/** What share-safe comes to: formulas for each cell, a value, a text that looks like a formula. */
const CHANGES: BookChanges = {
  cells: [
    { sheet: "P & L", row: 0, column: 3, formula: "=(A1-B1)/A1" },
    { sheet: "P & L", row: 1, column: 3, formula: "=(A2-B2)/A2" },
    { sheet: "P & L", row: 0, column: 4, formula: "=SUM(D1:D2)" },
    { sheet: "P & L", row: 0, column: 5 },
    { sheet: "It's 5", row: 0, column: 1 },
  ],
  names: [{ name: BOOK_NAME.name, formula: NATIVE }],
  others: [],
};

const BACK: BookChanges = {
  cells: [
    { sheet: "P & L", row: 1, column: 3, isEmptied: true },
    {
      sheet: "P & L",
      row: 0,
      column: 3,
      formula: SPILLED,
      fills: { rows: 2, columns: 1 },
      kind: "dynamic",
    },
    { sheet: "P & L", row: 0, column: 4, formula: "=SUM(D1#)" },
    { sheet: "It's 5", row: 0, column: 1, formula: KEPT },
  ],
  names: [BOOK_NAME],
  others: [],
};

export function quietRun(): Run {
  return { signal: new AbortController().signal, onProgress: () => undefined };
}

function cellsOf({ sheets }: Book, name: string): readonly BookCell[] {
  return sheets.find((sheet) => sheet.name === name)?.cells ?? [];
}

/** How often a change of the workbook tells its progress. */
async function phasesOf(host: Host): Promise<number> {
  let phases = 0;
  await host.changeBook(CHANGES, { ...quietRun(), onProgress: () => phases++ });
  await host.changeBook(BACK, quietRun());
  return phases;
}

/** What hosts with an open workbook keep to when all its formulas are read and changed. */
export function describeBooks(name: string, make: () => Promise<BookUnderTest>): void {
  describe(`${name} with a workbook of formulas`, () => {
    let made: BookUnderTest;
    let before: Book;
    beforeEach(async () => {
      made = await make();
      before = await made.host.readBook(quietRun());
    });
    afterEach(() => {
      made.dispose();
    });

    async function expectAsBefore(): Promise<void> {
      expect(await made.host.readBook(quietRun())).toEqual(before);
    }

    it("tells all cells, what formulas fill, hidden sheets and names", () => {
      expect(before.sheets.map((sheet) => [sheet.name, sheet.visibility])).toEqual([
        ["Existing", "visible"],
        ["P & L", "visible"],
        ["It's 5", "hidden"],
      ]);
      expect(cellsOf(before, "Existing")).toEqual([{ row: 0, column: 0, value: 41 }]);
      expect(cellsOf(before, "P & L")).toEqual(P_AND_L);
      expect(cellsOf(before, "It's 5")).toEqual(FIVE);
      expect(before.names).toEqual([BOOK_NAME]);
    });

    it("changes formulas, keeps values where there is no formula, and keeps texts texts", async () => {
      await made.host.changeBook(CHANGES, quietRun());
      const after = await made.host.readBook(quietRun());
      expect(cellsOf(after, "P & L").filter(({ column }) => column > 1)).toEqual([
        { row: 0, column: 3, value: MARGIN, formula: "=(A1-B1)/A1" },
        { row: 0, column: 4, value: MARGIN + 0.6, formula: "=SUM(D1:D2)" },
        { row: 0, column: 5, value: "=1+1" },
        { row: 0, column: 6, value: null, error: "#N/A", formula: "=NA()" },
        { row: 1, column: 3, value: 0.6, formula: "=(A2-B2)/A2" },
      ]);
      expect(cellsOf(after, "It's 5")).toEqual([
        { row: 0, column: 0, value: 198, formula: "='P & L'!A1*2" },
        { row: 0, column: 1, value: MARGIN },
      ]);
      expect(after.names).toEqual([{ name: BOOK_NAME.name, formula: NATIVE }]);
    });

    it("gives back what was there, spilled cells too", async () => {
      await made.host.changeBook(CHANGES, quietRun());
      await made.host.changeBook(BACK, quietRun());
      await expectAsBefore();
    });

    it("tells its progress up to the end, never backwards", async () => {
      for (const work of [
        (run: Run) => made.host.readBook(run),
        (run: Run) => made.host.changeBook(CHANGES, run),
      ]) {
        const done: number[] = [];
        await work({ ...quietRun(), onProgress: (_phase, share) => done.push(share) });
        expect(done.length).toBeGreaterThan(2);
        expect(done).toEqual([...done].sort((a, b) => a - b));
        expect(done.at(-1)).toBe(1);
      }
    });

    it("stops reading when it is cancelled", async () => {
      const controller = new AbortController();
      const reading = made.host.readBook({
        signal: controller.signal,
        onProgress: () => {
          controller.abort();
        },
      });
      await expect(reading).rejects.toMatchObject({ name: "AbortError" });
    });

    it("leaves all as it was, whichever phase of the change it is cancelled in", async () => {
      const phases = await phasesOf(made.host);
      expect(phases).toBeGreaterThan(2);
      // When the last is told all is changed.
      for (let last = 1; last < phases; last++) {
        const controller = new AbortController();
        let told = 0;
        const changing = made.host.changeBook(CHANGES, {
          signal: controller.signal,
          onProgress: () => {
            if (++told === last) controller.abort();
          },
        });
        await expect(changing).rejects.toMatchObject({ name: "AbortError" });
        await expectAsBefore();
      }
    });

    it("leaves all as it was when it fails at any phase of the change", async () => {
      const phases = await phasesOf(made.host);
      for (let last = 1; last <= phases; last++) {
        let told = 0;
        const changing = made.host.changeBook(CHANGES, {
          ...quietRun(),
          onProgress: () => {
            if (++told === last) throw new Error("the pane has gone");
          },
        });
        await expect(changing).rejects.toBeInstanceOf(Error);
        await expectAsBefore();
      }
    });

    it.each([
      ["a sheet", { ...CHANGES, cells: [{ sheet: "Nowhere", row: 0, column: 0 }] }],
      ["a name", { ...CHANGES, names: [{ name: "Unknown", formula: "=1" }] }],
      [
        "a rule",
        {
          ...CHANGES,
          others: [
            {
              sheet: "P & L",
              where: "validation",
              at: "A1",
              before: "=AIM.GROSSMARGIN(1,2)>0",
              formula: "=1",
            },
          ],
        },
      ],
    ] as const satisfies readonly (readonly [string, BookChanges])[])(
      "changes nothing where %s does not exist",
      async (_what, changes) => {
        await expect(made.host.changeBook(changes, quietRun())).rejects.toBeInstanceOf(HostError);
        await expectAsBefore();
      },
    );
  });
}
