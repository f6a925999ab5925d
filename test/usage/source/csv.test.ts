import fc from "fast-check";
import { csvDialect } from "../../../src/usage/source/csv-dialect";
import { parseCsv } from "../../../src/usage/source/csv-records";
import { SEEDED } from "../../calc/tariffs";

const records = (text: string, delimiter = ",") => [
  ...parseCsv(text, { delimiter, offset: 0, line: 1 }),
];
const cells = (text: string, delimiter?: string) =>
  records(text, delimiter).map((each) => each.cells);

test("splits cells and lines, of either ending", () => {
  expect(cells("a,b\n1,2\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(cells("a,b\r\n1,2\r\n")).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(cells("a;b\n1,5;2", ";")).toEqual([
    ["a", "b"],
    ["1,5", "2"],
  ]);
});

test("keeps empty cells and passes over empty lines", () => {
  expect(cells(",\n\n\r\n,,x\n")).toEqual([
    ["", ""],
    ["", "", "x"],
  ]);
});

test("takes quotes off and keeps what is in them", () => {
  expect(cells('"a,b","say ""hi""","two\nlines"\r\n"",x')).toEqual([
    ["a,b", 'say "hi"', "two\nlines"],
    ["", "x"],
  ]);
});

test("keeps a quote that does not begin a cell", () => {
  expect(cells('5" disk,"a"b\n')).toEqual([['5" disk', "ab"]]);
});

test("numbers the lines on which records begin, quoted breaks included", () => {
  expect(records('h\n"a\nb\nc"\n\nd\n').map(({ line }) => line)).toEqual([1, 2, 6]);
});

test("spoils one line alone with a quote that is never closed", () => {
  const [first, broken, last, ...more] = records('a,b\n1,"2\n3,4\n');
  expect(first).toMatchObject({ cells: ["a", "b"], line: 1 });
  expect(broken).toMatchObject({ cells: ['1,"2'], line: 2, unclosed: true });
  expect(last).toMatchObject({ cells: ["3", "4"], line: 3 });
  expect(more).toEqual([]);
});

test("reads back whatever is written by RFC 4180", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r\n", " ", "ü") });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
      fc.constantFrom("\n", "\r\n"),
      (rows, ending) => {
        const written = rows.map((row) =>
          row.map((each) => `"${each.replace(/"/g, '""')}"`).join(","),
        );
        expect(cells(written.join(ending))).toEqual(rows);
      },
    ),
    SEEDED,
  );
});

test("finds the delimiter that stands most often in the header, outside quotes", () => {
  expect(csvDialect("a;b,c;d\n")?.delimiter).toBe(";");
  expect(csvDialect("a\tb\n")?.delimiter).toBe("\t");
  expect(csvDialect("a|b|c\n")?.delimiter).toBe("|");
  expect(csvDialect('"a;b;c",d\n')?.delimiter).toBe(",");
  expect(csvDialect("a\n")?.delimiter).toBe(",");
});

test("passes over a byte-order mark and trims the header", () => {
  expect(csvDialect("\uFEFFa , b\r\n1,2")).toMatchObject({ header: ["a", "b"], line: 2 });
});

test("passes over Excel's line with the separator", () => {
  const text = "\uFEFFsep=;\r\na,x;b\r\n1;2\r\n";
  const dialect = csvDialect(text);
  expect(dialect).toMatchObject({ delimiter: ";", header: ["a,x", "b"], line: 3 });
  expect(text.slice(dialect?.offset)).toBe("1;2\r\n");
});

test("does not believe a separator that the header has not", () => {
  expect(csvDialect("sep=;\na,b\n1,2\n")).toMatchObject({ delimiter: ",", header: ["a", "b"] });
});

test("finds no header in nothing", () => {
  expect(csvDialect("\uFEFF\n\n")).toBeUndefined();
});
