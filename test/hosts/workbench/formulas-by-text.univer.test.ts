import { univer } from "../../engines/univer";

// Univer's hash of 32 bits gives 645202334 for both, its "=" included.
const ONE =
  "=IF(OR(B79<0,C79<0,D79<0,D79>1,E79<0),#NUM!,IF(OR(A79-C79-D79*E79<=0,B79>A79-C79-D79*E79),#N/A,(B79)/(A79-C79-D79*E79)))";
const OTHER =
  "=IF(OR(A82<0,E82<0,F82<0,G82<0),#NUM!,IF(OR(B82<=0,C82<=B82,AND(D82<>0,D82<=C82)),#VALUE!,IF(AND(D82<>0,A82>D82),#NUM!,(A82-MAX(0,A82-B82))*E82+(MAX(0,A82-B82)-MAX(0,A82-C82))*F82+MAX(0,A82-C82)*G82)))";

test("tells two long formulas apart that have the same hash", async () => {
  const calculated = await univer([
    { name: "One", cells: new Map([["F79", { formula: ONE }]]) },
    {
      name: "Other",
      // 5 units of the first tier at 2.
      cells: new Map<string, number | { formula: string }>([
        ["A82", 5],
        ["B82", 10],
        ["C82", 20],
        ["E82", 2],
        ["H82", { formula: OTHER }],
      ]),
    },
  ]);
  expect(calculated.get("One")?.get("F79")).toEqual({ error: "#N/A" });
  expect(calculated.get("Other")?.get("H82")).toBe(10);
});
