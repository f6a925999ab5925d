import { keysOf, parseMapText, valueAt } from "../../../src/usage/source/map-text";

test("reads JSON, and maps as ClickHouse writes them", () => {
  expect(parseMapText('{"a":1,"b":"x"}')).toEqual({ a: 1, b: "x" });
  expect(parseMapText("{'a':'1','b':'it\\'s, {ok}','c':12}")).toEqual({
    a: "1",
    b: "it's, {ok}",
    c: "12",
  });
  expect(parseMapText("[1]")).toEqual([1]);
});

test("reads no map in other text", () => {
  expect(parseMapText("plain")).toBeUndefined();
  expect(parseMapText("{broken")).toBeUndefined();
  expect(parseMapText("")).toBeUndefined();
});

test("finds keys in objects and in OpenTelemetry's lists of attributes", () => {
  const attributes = [
    { key: "tokens", value: { intValue: "12" } },
    { key: "model", value: { stringValue: "m" } },
  ];
  expect(valueAt({ tokens: 3 }, "tokens")).toBe(3);
  expect(valueAt(attributes, "tokens")).toBe("12");
  expect(valueAt(attributes, "none")).toBeUndefined();
  expect(valueAt("text", "length")).toBeUndefined();
  expect(valueAt({}, "toString")).toBeUndefined();
  expect(keysOf(attributes)).toEqual(["tokens", "model"]);
  expect(keysOf({ a: 1 })).toEqual(["a"]);
  expect(keysOf("text")).toEqual([]);
});
