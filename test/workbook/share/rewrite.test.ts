import { type Around } from "../../../src/workbook/share/around";
import { PricesSheet } from "../../../src/workbook/share/prices-sheet";
import { type Rewritten, rewrite } from "../../../src/workbook/share/rewrite";
import type { CellContent, Sheet } from "../../engines/cells";
import { aroundIn, TODAY } from "./around-in";

const DATA: Sheet = {
  name: "Data",
  cells: new Map<string, CellContent>([
    ["A1", "claude-sonnet-4-5"],
    ["A2", "gpt-4o"],
    ["B1", 0.5],
    ["B3", 0.9],
    ["C1", 46266],
    ["D1", "12"],
    ["D2", true],
    ["D3", "gpt*"],
  ]),
};

/** Two names, a table with three rows and a range that one of our formulas spills over. */
const LOOK_UP: Around["lookUp"] = (reference) => {
  const area = { row: 1, column: 4, rows: 3, columns: 1 };
  switch (reference) {
    case "Target":
      return { value: 0.6 };
    case "Revenue":
      return { sheet: "Data", area: { ...area, rows: 1 } };
    case "Table1[Revenue]":
      return { sheet: "Data", area };
    case "Table1[Cost]":
      return { sheet: "Calls", area: { ...area, column: 5 } };
    default:
      return undefined;
  }
};

function around(changes: Partial<Around> = {}): Around {
  return {
    ...aroundIn([DATA], new PricesSheet("Prices", TODAY)),
    lookUp: LOOK_UP,
    spillAt: ({ row, column }) =>
      row === 0 && column === 0 ? { rows: 3, columns: 1, isOurs: true } : undefined,
    ...changes,
  };
}

/** The formulas that a formula becomes, or why it becomes a value. */
function shown(rewritten: Rewritten): readonly string[] | string {
  return rewritten.kind === "native"
    ? rewritten.cells.map(({ formula }) => formula)
    : rewritten.kind === "value"
      ? rewritten.reason
      : rewritten.kind;
}

function become(formula: string, changes?: Partial<Around>): readonly string[] | string {
  return shown(rewrite(formula, around(changes)));
}

/** GROSSMARGIN of A1 and B1, as other tests prove it. */
const MARGIN = "IF(A1<0,#NUM!,(A1-B1)/A1)";

describe("the text of a formula", () => {
  test.each([
    ["stands alone", "=AIM.GROSSMARGIN(A1,B1)", `=${MARGIN}`],
    ["keeps spaces", "=SUM( AIM.GROSSMARGIN( A1 , B1 ) , 2 )", `=SUM( ${MARGIN} , 2 )`],
    [
      "puts expressions into brackets",
      "=AIM.GROSSMARGIN(A1+B1,C1)",
      "=IF((A1+B1)<0,#NUM!,((A1+B1)-C1)/(A1+B1))",
    ],
    ["brackets a negative", "=AIM.GROSSMARGIN(A1,-B1)", "=IF(A1<0,#NUM!,(A1-(-B1))/A1)"],
    ["is raised to a power", "=AIM.GROSSMARGIN(A1,B1)^2", `=${MARGIN}^2`],
    ["is a power", "=2^AIM.COMBINEDSAVING({0.3,0.6})", "=2^(1-(1-0.3)*(1-0.6))"],
    ["is negated first", "=-AIM.COMBINEDSAVING({0.3})^2", "=-(1-(1-0.3))^2"],
    ["is a percentage", "=AIM.GROSSMARGIN(1,0.4)%", "=((1-0.4)/1)%"],
    ["keeps brackets that are there", "=(AIM.GROSSMARGIN(1,0.4))*2", "=((1-0.4)/1)*2"],
    ["takes part of a text", '=AIM.GROSSMARGIN(A1,B1)&"x"', `=${MARGIN}&"x"`],
    ["drops an at sign", "=@AIM.GROSSMARGIN(A1:A3,B1:B3)", `=${MARGIN}`],
    ["drops a link", "=[2]!_xldudf_AIM_GROSSMARGIN(A1,B1)*2", `=${MARGIN}*2`],
    [
      "keeps quoted sheets",
      "=AIM.OUTCOMECHARGE('It''s (1)'!$A$1,1,'AIM.X(1)'!B2)",
      "=IF(OR(('It''s (1)'!$A$1)<0,'AIM.X(1)'!B2<0),#NUM!,('It''s (1)'!$A$1)*1*'AIM.X(1)'!B2)",
    ],
    [
      "keeps names and a row of a table",
      "=AIM.GROSSMARGIN(Revenue,Table1[@Cost])",
      "=IF((Revenue)<0,#NUM!,((Revenue)-(Table1[@Cost]))/(Revenue))",
    ],
    [
      "keeps a name of a constant",
      "=AIM.GROSSMARGIN(Target,0)",
      "=IF((Target)<0,#NUM!,((Target)-0)/(Target))",
    ],
    [
      "keeps LET",
      "=LET(x,A1*2,AIM.GROSSMARGIN(x,B1))",
      "=LET(x,A1*2,IF((x)<0,#NUM!,((x)-B1)/(x)))",
    ],
    ["takes a text that is a number for it", '=AIM.GROSSMARGIN("5",1)', "=(5-1)/5"],
    [
      "makes a number of a cell that holds such a text",
      "=AIM.GROSSMARGIN(Data!D1,1)",
      "=IF((Data!D1+0)<0,#NUM!,((Data!D1+0)-1)/(Data!D1+0))",
    ],
    ["is in error for other text", '=IFERROR(AIM.GROSSMARGIN(5,"x"),0)', "=IFERROR(#VALUE!,0)"],
    ["is in error for TRUE", "=AIM.GROSSMARGIN(5,TRUE)", "=#VALUE!"],
    ["is in error where an argument is missing", "=AIM.GROSSMARGIN(5)", "=#VALUE!"],
    ["is in error where ranges do not fit", "=AIM.GROSSMARGIN(A1:A2,B1:B3)", "=#VALUE!"],
    ["is in error for a list of two rows", "=AIM.COMBINEDSAVING(A1:B2)", "=#VALUE!"],
  ])("%s", (_, formula, expected) => {
    expect(become(formula)).toEqual([expected]);
  });

  test("turns errors of arguments into our own where someone asks which", () => {
    expect(become("=IFNA(AIM.GROSSMARGIN(A1,B1),0)")).toEqual([
      `=IFNA(IF(OR(ISERROR(A1),ISERROR(B1)),#VALUE!,${MARGIN}),0)`,
    ]);
  });

  test("sums plain ranges whole, however long", () => {
    expect(become("=AIM.BLENDEDMARGIN(A1:A500,B1:B500)")).toEqual([
      "=IF(SUMPRODUCT(1*A1:A500)<0,#NUM!,1-SUMPRODUCT(1*B1:B500)/SUMPRODUCT(1*A1:A500))",
    ]);
  });
});

describe("ranges", () => {
  const size = { rows: 2, columns: 1 };

  test("become one formula a cell, which keeps what was pinned", () => {
    expect(become("=AIM.OUTCOMECHARGE(A1:A2,1,$C$1)*2", { size })).toEqual([
      "=IF(OR(A1<0,$C$1<0),#NUM!,A1*1*$C$1)*2",
      "=IF(OR(A2<0,$C$1<0),#NUM!,A2*1*$C$1)*2",
    ]);
  });

  test("of tables and names become cells, named with their sheet", () => {
    const three = { rows: 3, columns: 1 };
    expect(become("=AIM.GROSSMARGIN(Table1[Revenue],Table1[Cost])", { size: three })[2]).toBe(
      "=IF(Data!$E$4<0,#NUM!,(Data!$E$4-$F$4)/Data!$E$4)",
    );
  });

  test("of a table with headings become texts and formulas", () => {
    const table = { rows: 2, columns: 6 };
    const cells = become("=AIM.MARGINCURVE(1,2,3,4,,,,0.5)", { size: table });
    expect(cells.slice(0, 3)).toEqual(['="Percentile"', '="Usage"', '="Revenue"']);
    expect(cells[6]).toBe("=IF(4<3,#NUM!,0.5)");
  });

  test("within SUM become its arguments, within others an array", () => {
    expect(become("=SUM(AIM.OUTCOMECHARGE(A1:A2,1,1))")).toEqual([
      "=SUM(IF(A1<0,#NUM!,A1*1*1),IF(A2<0,#NUM!,A2*1*1))",
    ]);
    expect(become("=LARGE(AIM.OUTCOMECHARGE(A1:A2,1,1),2)")).toEqual([
      "=SUMPRODUCT(LARGE(CHOOSE({1;2},IF(A1<0,#NUM!,A1*1*1),IF(A2<0,#NUM!,A2*1*1)),2))",
    ]);
  });

  test("that another formula refers to by a number sign become plain ranges", () => {
    expect(become("=A1#*2")).toEqual(["=A1:A3*2"]);
    expect(become("=SUM('Calls'!$A$1#)")).toEqual(["=SUM('Calls'!$A$1:$A$3)"]);
    expect(become("=SUM(B1#)")).toBe("unchanged");
  });

  test("of an ordinary formula in a file give their first result", () => {
    expect(become("=_xldudf_AIM_GROSSMARGIN(A1:A3,B1:B3)", { intersects: true })).toEqual([
      `=${MARGIN}`,
    ]);
  });

  test("may stay one formula that spills, where ours gives it one value", () => {
    const rewritten = rewrite("=SEQUENCE(2)*AIM.GROSSMARGIN(A1,B1)", around({ size }));
    expect(rewritten).toMatchObject({ kind: "native", spills: true });
    expect(shown(rewritten)).toEqual([`=SEQUENCE(2)*${MARGIN}`]);
  });
});

describe("a formula becomes a value", () => {
  test.each([
    [
      "=AIM.GROSSMARGIN(RAND(),1)",
      "an argument is drawn at random, and would be drawn several times",
    ],
    [
      "=AIM.GROSSMARGIN(OFFSET(A1,1,1),1)",
      "the size of what OFFSET gives is known only when it is calculated",
    ],
    ["=AIM.GROSSMARGIN(A:A,B:B)", "A:A takes in whole columns, whole rows or several sheets"],
    ["=AIM.GROSSMARGIN(Unknown,1)", "Unknown is neither cells nor a constant"],
    ["=AIM.GROSSMARGIN(B1#,1)", "what B1# takes in is known only when it is calculated"],
    ["=AIM.NOSUCH(1)", "this version has no function AIM.NOSUCH"],
    ["=LAMBDA(x,AIM.GROSSMARGIN(x,1))(2)", "a part of it cannot be rewritten"],
    ["=AIM.GROSSMARGIN(1,2)#", "the formula cannot be read"],
    ["=AIM.GROSSMARGIN(A1:A3,1)", "its results have no room to spill"],
    ["=TEXTJOIN(1,1,AIM.MARGINBAND(A1:A2))", "TEXTJOIN takes in a whole range of its results"],
    ["=AIM.MODELPRICE(VLOOKUP(1,A1:B2,2))", "the model's name is known only when it is calculated"],
    ["=AIM.MODELPRICE([2]Data!A1)", "the model's name is known only when it is calculated"],
    [
      "=AIM.MODELPRICE(Data!D3)",
      "the model's name has signs that stand for others where it is looked up",
    ],
    ["=AIM.GROSSMARGIN(Data!D2,1)", "Data!D2 is TRUE, which a plain formula would count"],
    [
      "=AIM.COMBINEDSAVING('Q 1:Q 4'!A1)",
      "'Q 1:Q 4'!A1 takes in whole columns, whole rows or several sheets",
    ],
    ["=AIM.MARGINFORECAST(A1*2,1,1,1,1)", "the number of months is not known"],
    ["=AIM.COMBINEDSAVING(A1:A501)", "its list of 501 entries is too long"],
  ])("%s", (formula, reason) => {
    expect(become(formula)).toBe(reason);
  });

  test("where it would be longer than Excel takes", () => {
    expect(become("=AIM.COMBINEDSAVING(A1:A400,B1:B400)")).toMatch(
      /^it would take \d+ characters, and Excel takes 8192$/,
    );
  });

  test("where it would nest deeper than Excel takes", () => {
    const nested = "AIM.PACKAGECHARGE(".repeat(3) + "A1" + ",1,1)".repeat(3);
    expect(become(`=${"ABS(".repeat(62)}${nested}${")".repeat(62)}`)).toBe(
      "it would nest deeper than Excel allows",
    );
  });

  test("and tells which functions it called", () => {
    expect(rewrite("=AIM.GROSSMARGIN(RAND(),AIM.USAGEMEAN(1,2))", around())).toMatchObject({
      functions: ["GROSSMARGIN", "USAGEMEAN"],
    });
  });
});

test.each(["=A1+1", '="AIM.GROSSMARGIN(1,2)"', "text", "=SUM(A1:A3)"])(
  "leaves %s alone",
  (formula) => {
    expect(become(formula)).toBe("unchanged");
  },
);
