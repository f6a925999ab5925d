import { PricesSheet } from "../../../src/workbook/share/prices-sheet";
import { rewrite } from "../../../src/workbook/share/rewrite";
import type { CellContent, Sheet } from "../../engines/cells";
import { aroundIn, TODAY } from "./around-in";

const DATA: Sheet = {
  name: "Data",
  cells: new Map<string, CellContent>([
    ["A1", "Claude-Sonnet-4-5 "],
    ["A2", "no-such-model"],
    ["C1", 46254],
  ]),
};

function become(formula: string, prices = new PricesSheet("Prices", TODAY)) {
  const rewritten = rewrite(formula, aroundIn([DATA], prices));
  return rewritten.kind === "native" ? rewritten.cells[0]?.formula : rewritten;
}

/** Where the model in Data!A1 stands among the pinned ones. */
const MATCH = "MATCH(TRIM(Data!A1),Prices!$A$5:$A$504,0)";

test.each([
  ['=AIM.MODELPRICE("gpt-4o")', "=Prices!$C$5"],
  ['=AIM.MODELPRICE(" GPT-4o ","Output",0)', "=Prices!$D$5"],
  ['=AIM.MODELPRICE("gpt-4o","cacheWrite")', "=#N/A"],
  ['=AIM.MODELPRICE("gpt-4o","price")', "=#VALUE!"],
  ['=AIM.MODELPRICE("no-such-model")', "=#N/A"],
  ["=AIM.MODELPRICE(Data!A1)", `=0+INDEX(Prices!$A$5:$K$504,${MATCH},3)`],
  [
    '=AIM.TOKENCOST("gpt-4o",A1,B1)',
    "=IF(OR(A1<0,B1<0),#NUM!,(A1*Prices!$C$5+B1*Prices!$D$5)/10^6)",
  ],
  [
    // Cached writes of this model have no price of their own: they cost what other input does.
    '=AIM.TOKENCOST("gpt-4o",A1,B1,C1,D1)',
    "=IF(OR(A1<0,B1<0,C1<0,D1<0),#NUM!,IF(C1+D1>A1*(1+1E-12),#VALUE!," +
      "((A1-C1-D1)*Prices!$C$5+C1*Prices!$E$5+D1*Prices!$C$5+B1*Prices!$D$5)/10^6))",
  ],
  [
    '=AIM.TOKENCOST("gemini-2.5-pro",A1,0)',
    "=IF(OR(A1<0,0<0),#NUM!,(A1*IF(A1>Prices!$G$5,Prices!$H$5,Prices!$C$5)" +
      "+0*IF(A1>Prices!$G$5,Prices!$I$5,Prices!$D$5))/10^6)",
  ],
  [
    // An embedding has no price of output, which 0 tokens do not need.
    '=AIM.TOKENCOST("openai:text-embedding-3-small",A1,B1)',
    "=IF(B1>0,#N/A,IF(OR(A1<0,B1<0),#NUM!,(A1*Prices!$C$5)/10^6))",
  ],
])("%s", (formula, expected) => {
  expect(become(formula)).toBe(expected);
});

test("pins a model once for today, and once for each other date", () => {
  const prices = new PricesSheet("Prices", TODAY);
  const texts = [
    '=AIM.MODELPRICE("gpt-5.6-sol")',
    '=AIM.MODELPRICE("gpt-5.6-sol","input",46254)',
    '=AIM.MODELPRICE("GPT-5.6-sol","output",DATE(2026,8,20))',
    '=AIM.MODELPRICE("gpt-5.6-sol",,TODAY())',
  ].map((formula) => become(formula, prices));
  // 20 August 2026 is day 46254.
  expect(texts).toEqual(["=Prices!$C$5", "=Prices!$C$6", "=Prices!$D$6", "=Prices!$C$5"]);
  // The price fell from 5 to 4 dollars on day 46255.
  const input = prices.rows.map(({ key, records }) => [key, records[0]?.price, records[0]?.kind]);
  expect(input).toEqual([
    ["gpt-5.6-sol", 4, "input"],
    ["gpt-5.6-sol|46254", 5, "input"],
  ]);
});

test("looks for the date in a cell, and takes a blank one for today", () => {
  const prices = new PricesSheet("Prices", TODAY);
  expect(become('=AIM.MODELPRICE("gpt-5.6-sol","input",Data!C1)', prices)).toBe(
    `=0+INDEX(Prices!$A$5:$K$504,MATCH("gpt-5.6-sol"&IF(OR(Data!C1=0,Data!C1=46266),"","|"&Data!C1),Prices!$A$5:$A$504,0),3)`,
  );
  become('=AIM.MODELPRICE("gpt-5.6-sol","input",Data!C9)', prices);
  expect(prices.rows.map(({ key }) => key)).toEqual(["gpt-5.6-sol|46254", "gpt-5.6-sol"]);
});

test("pins every model that a formula may choose from, and none that the list does not have", () => {
  const prices = new PricesSheet("Prices", TODAY);
  become('=AIM.MODELPRICE(IF(Data!B1>1,"gpt-4o",Data!A1))', prices);
  become("=AIM.MODELPRICE(Data!A2)", prices);
  expect(prices.rows.map(({ model }) => model)).toEqual(["gpt-4o", "Claude-Sonnet-4-5"]);
});

test("plans no sheet where no price is used", () => {
  expect(new PricesSheet("Prices", TODAY).plan()).toBeUndefined();
});

test("writes a row for each, with long-context prices, day, validity and source", () => {
  const prices = new PricesSheet("Prices", TODAY);
  become('=AIM.MODELPRICE("gemini-2.5-pro")', prices);
  become('=AIM.MODELPRICE("gpt-4o")', prices);
  const step = prices.plan()?.steps.find((one) => one.do === "write" && one.row === 3);
  const cells = step?.do === "write" ? step.cells : [];
  const notListed = { formula: "=NA()", value: { error: "#N/A" } };
  expect(cells.map((row) => row.slice(0, -2))).toEqual([
    [
      ...["Key", "Model", "Input", "Output", "Cache read", "Cache write", "Long context above"],
      ...["Input, long", "Output, long", "Cache read, long", "Cache write, long", "Price of"],
    ],
    // 1.25 and 10 dollars up to 200,000 tokens, 2.5 and 15 above: Google's price list.
    [
      "gemini-2.5-pro",
      "gemini-2.5-pro",
      1.25,
      10,
      0.125,
      notListed,
      200000,
      2.5,
      15,
      0.25,
      notListed,
      TODAY,
    ],
    ["gpt-4o", "gpt-4o", 2.5, 10, 1.25, notListed, "none", null, null, null, null, TODAY],
  ]);
});
