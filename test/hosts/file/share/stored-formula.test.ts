import { shownFormula, storedFormula } from "../../../../src/hosts/file/share/stored-formula";

describe("a formula as a file stores it", () => {
  test.each([
    ["NORM.S.DIST(A1,TRUE)", "_xlfn.NORM.S.DIST(A1,TRUE)"],
    ['XLOOKUP(A1,B:B,C:C,"XLOOKUP(")', '_xlfn.XLOOKUP(A1,B:B,C:C,"XLOOKUP(")'],
    ["SORT(FILTER(A1:A9,B1:B9))", "_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:A9,B1:B9))"],
    ["SUM(A1#)*2", "SUM(_xlfn.ANCHORARRAY(A1))*2"],
    ["SUM('My Sheet'!$A$1#)", "SUM(_xlfn.ANCHORARRAY('My Sheet'!$A$1))"],
    ["LET(x,A1,y,x+1,x*y)+x", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x+1,_xlpm.x*_xlpm.y)+x"],
    ["MAP(A1:A3,LAMBDA(cost, cost*2))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.cost, _xlpm.cost*2))"],
    ["LET(f,LAMBDA(n,n+1),f(2))", "_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.n,_xlpm.n+1),_xlpm.f(2))"],
    ["[2]!Other(1)+'[3]a b'!A1", "[2]!Other(1)+'[3]a b'!A1"],
    ["SUM(Sales[[#This Row],[Cost]:[Price]])", "SUM(Sales[[#This Row],[Cost]:[Price]])"],
  ])("%s is %s", (shown, stored) => {
    expect(storedFormula(`=${shown}`, false)).toBe(stored);
    expect(shownFormula(stored)).toBe(`=${shown}`);
  });

  test("marks one cell of a range, but not in ordinary formulas of cells, which mean it anyway", () => {
    expect(storedFormula("=@A1:A3*@Costs", false)).toBe("_xlfn.SINGLE(A1:A3)*_xlfn.SINGLE(Costs)");
    expect(storedFormula("=@INDEX(A1:A3,2)+1", false)).toBe("_xlfn.SINGLE(INDEX(A1:A3,2))+1");
    expect(storedFormula("=@A1:A3*@Costs", true)).toBe("A1:A3*Costs");
    expect(shownFormula("_xlfn.SINGLE(A1:A3)+1")).toBe("=@A1:A3+1");
  });

  test("names custom functions as Excel stores them", () => {
    expect(storedFormula("=aim.GrossMargin(A1,B1)", true)).toBe("_xldudf_AIM_GROSSMARGIN(A1,B1)");
  });

  test("leaves a function that has its prefix as it is", () => {
    expect(storedFormula("=_xlfn.STDEV.S(A1:A3)", true)).toBe("_xlfn.STDEV.S(A1:A3)");
  });
});
