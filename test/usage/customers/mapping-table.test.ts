import { mappingTable } from "../../../src/usage/customers/mapping-table";

test("reads its columns from and to, in whatever order and case", () => {
  expect(mappingTable("note;To;From\nx;acme;C-7\n;globex;\n")).toEqual([
    { from: "C-7", to: "acme" },
  ]);
});

test("takes the first two columns where none is named so", () => {
  expect(mappingTable('stripe,usage\ncus_1,acme\n"Globex, Inc.",globex\n')).toEqual([
    { from: "cus_1", to: "acme" },
    { from: "Globex, Inc.", to: "globex" },
  ]);
});

test("gives addresses the pseudonyms that they have in usage", () => {
  const [row] = mappingTable("from,to\nAda@example.com,acme\n") ?? [];
  expect(row?.from).toMatch(/^person-[0-9a-f]{16}$/);
  expect(mappingTable("from,to\nada@example.com,acme\n")?.[0]).toEqual(row);
});

test.each(["", "from\nC-7\n", '[{"from":"C-7"}]'])("is none without two columns: %j", (text) => {
  expect(mappingTable(text)).toBeUndefined();
});
