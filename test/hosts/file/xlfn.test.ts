import { asStored, asTyped } from "../../../src/hosts/file/xlfn";

test("prefixes functions that came after the file format, and no others", () => {
  expect(asStored("EXP(LN(B1)+NORM.S.INV(0.9))")).toBe("EXP(LN(B1)+_xlfn.NORM.S.INV(0.9))");
  expect(asStored("NORMSINV(0.9)")).toBe("NORMSINV(0.9)");
});

test("takes names whatever their case, nested too", () => {
  expect(asStored("ifna(norm.s.dist(A1,TRUE),0)")).toBe("_xlfn.IFNA(_xlfn.NORM.S.DIST(A1,TRUE),0)");
});

test("leaves texts, sheet names and stored names alone", () => {
  const formula = `"IFNA(""x"")"&'IFNA(1)'!A1&IFNA!A1`;
  expect(asStored(formula)).toBe(formula);
  expect(asStored("_xlfn.IFNA(A1,0)")).toBe("_xlfn.IFNA(A1,0)");
});

test("gives back what was typed", () => {
  expect(asTyped('_xlfn.IFNA(_xlfn._xlws.FILTER(A1:A2,B1:B2),"_xlfn.IFNA(")')).toBe(
    'IFNA(FILTER(A1:A2,B1:B2),"_xlfn.IFNA(")',
  );
  const typed = "NORM.S.DIST(LN(A1),TRUE)*SUM('a b'!B1:B9)";
  expect(asTyped(asStored(typed))).toBe(typed);
});
