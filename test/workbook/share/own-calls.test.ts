import { findCalls } from "../../../src/workbook/share/own-calls";

/** The ids that a formula calls, each with the text that stands for its name. */
function called(formula: string): string[] {
  return findCalls(formula).map(({ id, from, to }) => `${id} ${formula.slice(from, to)}`);
}

test.each([
  ["in capitals", "=AIM.GROSSMARGIN(A1,B1)", ["GROSSMARGIN AIM.GROSSMARGIN"]],
  ["in any case", "=1+aim.GrossMargin(A1,B1)", ["GROSSMARGIN aim.GrossMargin"]],
  ["before a space", "=AIM.USAGEAT (1,2,0.5)", ["USAGEAT AIM.USAGEAT"]],
  ["with an at sign", "=@AIM.USAGEAT(1,2,0.5)", ["USAGEAT AIM.USAGEAT"]],
  ["as files store it", "=_xldudf_AIM_USAGEAT(1,2,0.5)", ["USAGEAT _xldudf_AIM_USAGEAT"]],
  ["stored in small letters", "=_xldudf_aim_usageat(1)", ["USAGEAT _xldudf_aim_usageat"]],
  ["stored with a dot", "=_xldudf_AIM.USAGEAT(1)", ["USAGEAT _xldudf_AIM.USAGEAT"]],
  ["marked twice", "=_xlfn._xldudf_AIM_USAGEAT(1)", ["USAGEAT _xlfn._xldudf_AIM_USAGEAT"]],
  ["as an add-in in C", "=_xll.AIM.USAGEAT(1)", ["USAGEAT _xll.AIM.USAGEAT"]],
  ["after a link", "=2*[2]!_xldudf_AIM_USAGEAT(1)", ["USAGEAT [2]!_xldudf_AIM_USAGEAT"]],
  ["after a file", "=B.xla!_xldudf_AIM_USAGEAT(1)", ["USAGEAT B.xla!_xldudf_AIM_USAGEAT"]],
  [
    "after a path",
    "='C:\\My add-ins\\F.XLAM'!_xldudf_AIM_USAGEAT(1)",
    ["USAGEAT 'C:\\My add-ins\\F.XLAM'!_xldudf_AIM_USAGEAT"],
  ],
  [
    "after a path with brackets",
    "=1+'C:\\a\\[F.XLAM]S'!_xldudf_AIM_USAGEAT(1)",
    ["USAGEAT 'C:\\a\\[F.XLAM]S'!_xldudf_AIM_USAGEAT"],
  ],
  [
    "within one another",
    "=AIM.PRICEFLOOR(AIM.COMPUTECOST(1,2,1),0.6)",
    ["PRICEFLOOR AIM.PRICEFLOOR", "COMPUTECOST AIM.COMPUTECOST"],
  ],
  ["of an id that is none", "=AIM.NOSUCH(1)", ["NOSUCH AIM.NOSUCH"]],
])("finds a call %s", (_, formula, expected) => {
  expect(called(formula)).toEqual(expected);
});

test.each([
  ["texts", '="AIM.GROSSMARGIN(1,2)"'],
  ["texts with quotes", '="say ""AIM.GROSSMARGIN(1,2)"""'],
  ["sheet names", "='AIM.GROSSMARGIN(1)'!A1"],
  ["structured references", "=Table1[[#This Row],[AIM.GROSSMARGIN(1)]]"],
  ["names", "=AIM.GROSSMARGIN+1"],
  ["other functions", "=MYAIM.GROSSMARGIN(1)+AIMS.X(2)+_xldudf_OTHER_AIM_X(3)"],
  ["what is no formula", "AIM.GROSSMARGIN(1,2)"],
])("finds none in %s", (_, formula) => {
  expect(called(formula)).toEqual([]);
});
