import { FakeExcel } from "./fake-excel";

let excel: FakeExcel;
beforeEach(() => {
  excel = new FakeExcel();
});

const existing = ({ workbook }: Excel.RequestContext) => workbook.worksheets.getItem("Existing");

/** Sets properties past the compiler, as code with a slip would. */
function slip(object: object, properties: Readonly<Record<string, unknown>>): void {
  Object.assign(object, properties);
}

/** Uses Excel's API and gives the error, if any. */
async function use(work: (context: Excel.RequestContext) => void): Promise<unknown> {
  return Excel.run(async (context) => {
    work(context);
    await context.sync();
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a use that the typings do not allow", () => {
  it.each<[string, string, (sheet: Excel.Worksheet) => void]>([
    [
      "a word that is none of an enumeration",
      'RangeFormat.horizontalAlignment does not take "Middle"',
      (sheet) => {
        slip(sheet.getRange("A1").format, { horizontalAlignment: "Middle" });
      },
    ],
    [
      "a value of the wrong type",
      'RangeFormat.columnWidth does not take "48"',
      (sheet) => {
        slip(sheet.getRange("A1").format, { columnWidth: "48" });
      },
    ],
    [
      "a colour that is no #rrggbb",
      'RangeFill.color does not take "#fff"',
      (sheet) => {
        sheet.getRange("A1").format.fill.color = "#fff";
      },
    ],
    [
      "an argument of the wrong type",
      'Worksheet.getRangeByIndexes does not take (0, 0, "2", 1)',
      (sheet) => {
        Reflect.apply(sheet.getRangeByIndexes, sheet, [0, 0, "2", 1]);
      },
    ],
    [
      "an argument too few",
      'NamedItemCollection.add does not take ("units")',
      (sheet) => {
        Reflect.apply(sheet.names.add, sheet.names, ["units"]);
      },
    ],
    [
      "an object with an unknown property",
      'PageLayout.zoom does not take {"pages":1}',
      (sheet) => {
        slip(sheet.pageLayout, { zoom: { pages: 1 } });
      },
    ],
    [
      "an object without a required property",
      'DataValidation.rule does not take {"decimal":{"formula1":1}}',
      (sheet) => {
        slip(sheet.getRange("A1").dataValidation, { rule: { decimal: { formula1: 1 } } });
      },
    ],
    [
      "a property that Excel does not have",
      "Range has no valeus",
      (sheet) => {
        sheet.getRange("A1").load("valeus");
      },
    ],
    [
      "a load of everything",
      "Range: load needs the names of properties",
      (sheet) => {
        sheet.getRange("A1").load();
      },
    ],
    [
      "a member that the fake does not have",
      "the fake does not know Worksheet.calculate",
      (sheet) => {
        sheet.calculate(true);
      },
    ],
  ])("is refused: %s", async (_name, message, misuse) => {
    const error = await use((context) => {
      misuse(existing(context));
    });
    expect(error).toMatchObject({ message });
    // Also where the code under test swallows the error.
    expect(() => {
      excel.check();
    }).toThrow(message);
  });
});

describe("Excel's own errors", () => {
  it.each<[string, string, (context: Excel.RequestContext) => void]>([
    [
      "ItemNotFound",
      "a missing sheet",
      ({ workbook }) => workbook.worksheets.getItem("No").activate(),
    ],
    [
      "ItemAlreadyExists",
      "a sheet name that is taken",
      ({ workbook }) => workbook.worksheets.add("EXISTING"),
    ],
    [
      "InvalidArgument",
      "a sheet name of 32 letters",
      ({ workbook }) => workbook.worksheets.add("a".repeat(32)),
    ],
    [
      "InvalidArgument",
      "a sheet name with a colon",
      ({ workbook }) => workbook.worksheets.add("a:b"),
    ],
    [
      "InvalidArgument",
      "values of another shape",
      (context) => {
        existing(context).getRange("A1:B2").values = [[1, 2]];
      },
    ],
    [
      "InvalidArgument",
      "a formula about a missing sheet",
      (context) => {
        existing(context).getRange("A1").formulas = [["='No such'!A1"]];
      },
    ],
    [
      "InvalidArgument",
      "a formula with an open bracket",
      (context) => {
        existing(context).getRange("A1").formulas = [["=SUM(A2"]];
      },
    ],
    [
      "InvalidArgument",
      "a name that is an address",
      (context) => existing(context).names.add("p50", existing(context).getRange("A1")),
    ],
    ["InvalidOperation", "deleting the only sheet", (context) => existing(context).delete()],
    [
      "RequestPayloadSizeLimitExceeded",
      "more than 5 MB",
      (context) => {
        const lines = Array.from({ length: 200 }, () => ["a".repeat(30_000)]);
        existing(context).getRange("A1:A200").values = lines;
      },
    ],
  ])("%s: %s", async (code, _name, fail) => {
    expect(await use(fail)).toMatchObject({ code });
    expect(excel.misuses).toEqual([]);
  });

  it("leave done what came before them", async () => {
    const error = await use((context) => {
      existing(context).getRange("B1").values = [["before"]];
      context.workbook.worksheets.getItem("No").activate();
      existing(context).getRange("B2").values = [["after"]];
    });
    expect(error).toMatchObject({ code: "ItemNotFound" });
    const sheet = excel.workbook.worksheets.getItem("Existing");
    expect(sheet.getRange("B1:B2").values).toEqual([["before"], [""]]);
  });

  it("come from the library itself where a property was not loaded", async () => {
    const error = await use((context) => {
      String(existing(context).getRange("A1").values);
    });
    expect(error).toMatchObject({ code: "PropertyNotLoaded" });
  });

  it("tell that a cell is being edited, unless the request waits for it", async () => {
    excel.startEditing();
    expect(await use((context) => existing(context).activate())).toMatchObject({
      code: "InvalidOperationInCellEditMode",
    });
  });
});

describe("a cell", () => {
  it.each<[unknown, unknown]>([
    ["0042", 42],
    ["5%", 0.05],
    ["TRUE", true],
    ["'0042", "0042"],
    ["plain words", "plain words"],
    ["3/4", 45_292],
    ["SEP1", 45_292],
    ["", ""],
  ])("given %j reads it as if typed: %j", async (given, value) => {
    await use((context) => {
      existing(context).getRange("B1").values = [[given]];
    });
    expect(excel.workbook.worksheets.getItem("Existing").getRange("B1").values).toEqual([[value]]);
  });

  it("keeps what it has where it is given nothing", async () => {
    await use((context) => {
      existing(context).getRange("A1:C1").values = [[null, NaN, undefined]];
    });
    expect(excel.workbook.worksheets.getItem("Existing").getRange("A1:C1").values).toEqual([
      [41, "", ""],
    ]);
  });

  it("in text format keeps what it is given as text, formulas too", async () => {
    await use((context) => {
      const range = existing(context).getRange("B1:B2");
      slip(range, { numberFormat: "@" });
      range.formulas = [["=1+1"], [7]];
    });
    expect(excel.workbook.worksheets.getItem("Existing").getRange("B1:B2").values).toEqual([
      ["=1+1"],
      ["7"],
    ]);
  });
});

it("lets nothing happen on objects that are null", async () => {
  const error = await use(({ workbook }) => {
    const none = workbook.worksheets.getItemOrNullObject("No");
    none.getRange("A1").values = [[1]];
    none.delete();
  });
  expect(error).toBeUndefined();
  expect(excel.workbook.worksheets.items).toHaveLength(1);
});

it("writes what the library cuts into pieces of 1,500 cells", async () => {
  const values = Array.from({ length: 2000 }, (_, i) => [i, i + 0.5]);
  await use((context) => {
    existing(context).getRange("A1:B2000").values = values;
  });
  const { operations = [] } = excel.requests[0] ?? {};
  // 4,000 cells in rows of 2: 750 rows, 750 rows, 500 rows
  expect(operations.filter((operation) => operation === "Range.values")).toHaveLength(3);
  const sheet = excel.workbook.worksheets.getItem("Existing");
  expect(sheet.getRange("A1:B2000").values).toEqual(values);
});

it("counts the objects that Excel keeps, until Excel.run lets go of them", async () => {
  let kept = 0;
  await Excel.run(async (context) => {
    const range = existing(context).getRange("A1");
    range.load("values");
    await context.sync();
    kept = excel.leakedReferences;
  });
  expect(kept).toBe(1);
  expect(excel.leakedReferences).toBe(0);
  // The request and the one that lets go.
  expect(excel.roundTrips).toBe(2);
});

it("finds objects that were kept for good", async () => {
  await use((context) => {
    context.trackedObjects.add(existing(context).getRange("A1"));
  });
  expect(() => {
    excel.check();
  }).toThrow("1 references leaked");
});
