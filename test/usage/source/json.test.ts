import { type JsonRecord, jsonColumns, jsonRecords } from "../../../src/usage/source/json-records";
import { openText } from "../../../src/usage/source/open-text";

function records(value: unknown, rows: string[]): { record: JsonRecord; place: unknown }[] {
  return [...jsonRecords([{ value }], rows)];
}

test("walks through lists to the records and says where each stands", () => {
  const found = records({ data: [{ results: [{ a: 1 }, { a: 2 }] }, { results: [] }] }, [
    "data",
    "results",
  ]);
  expect(found.map(({ place }) => place)).toEqual([
    { path: "data[0].results[0]" },
    { path: "data[0].results[1]" },
  ]);
});

test("finds properties in the nearest object that has them", () => {
  const found = records(
    { id: "doc", data: [{ id: "out", x: 1, rows: [{ id: "in", y: null }] }], y: 2 },
    ["data", "rows"],
  ).map(({ record }) => record);
  const [record = []] = found;
  const { value, has } = jsonColumns(found);
  expect(value("id")(record)).toBe("in");
  expect(value("x")(record)).toBe(1);
  expect(value("y")(record)).toBeNull();
  expect(value(["..", "id"])(record)).toBe("out");
  expect(value("z")(record)).toBeUndefined();
  expect(has("y", found)).toBe(true);
  expect(has("z", found)).toBe(false);
});

test("looks into maps that stand there as text", () => {
  const found = records([{ metadata: '{"tenant":"acme"}' }], []).map(({ record }) => record);
  expect(jsonColumns(found).value(["metadata", "tenant"])(found[0] ?? [])).toBe("acme");
});

test("tells JSON, JSON lines and CSV apart", () => {
  expect(openText(' [{"a":1}]')).toMatchObject({
    kind: "json",
    documents: [{ value: [{ a: 1 }] }],
  });
  expect(openText('\uFEFF{"a":1}\r\n\r\n{"a":2}\n')).toMatchObject({
    kind: "json",
    documents: [
      { value: { a: 1 }, line: 1 },
      { value: { a: 2 }, line: 3 },
    ],
    problems: [],
  });
  expect(openText("a,b\n1,2")).toMatchObject({ kind: "csv" });
});

test("lists the lines that are no JSON and keeps the others", () => {
  expect(openText('{"a":1}\n{"a":\n{"a":3}')).toMatchObject({
    documents: [{ line: 1 }, { line: 3 }],
    problems: [{ line: 2, expected: "a JSON object on one line", received: '{"a":' }],
  });
});

test("says why it cannot read what breaks off or is no text, and what is empty", () => {
  expect(openText('{\n "data": [')).toEqual({
    kind: "unreadable",
    why: "The JSON in it breaks off or is not well-formed.",
  });
  expect(openText("\uFEFF \n")).toEqual({ kind: "empty" });
});

test.each([
  ["little-endian with a mark", "\uFFFD\uFFFDa\0,\0b\0\n\0"],
  ["big-endian with a mark", "\uFFFD\uFFFD\0a\0,\0b\0\n"],
  ["without a mark", "a\0,\0b\0\n\0"],
])("tells UTF-16 from other bytes that are no UTF-8: %s", (_, text) => {
  expect(openText(text)).toEqual({
    kind: "unreadable",
    why: "It is written in UTF-16, and UTF-8 is expected. In Excel, save it as “CSV UTF-8”.",
  });
});

test.each([
  ["\uFFFDPNG\r\n\u001A\n\0\0\0\rIHDR", /^It holds binary data\. Expected is an export/],
  ["\uFFFD\uFFFD\u0011\uFFFD\0\0\0\0", /^It holds binary data\. Expected is an export/],
  ["<!DOCTYPE html><html>Sign in</html>", /^It is a web page or XML\. Expected is an export/],
  ['<?xml version="1.0"?>', /^It is a web page or XML\. Expected is an export/],
])("says what is expected in the place of %j", (text, why) => {
  expect(openText(text)).toEqual({
    kind: "unreadable",
    why: expect.stringMatching(why) as unknown,
  });
});
