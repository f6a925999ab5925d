import type { WarehouseSelection } from "../warehouse";
import { clickHouseDialect } from "../dialect";
import { textValue } from "./values";

const { literal, name } = clickHouseDialect();

/** A column of the table, which is called t: no name of ours can be taken for it. */
export const column = (text: string, table = "t") => `${table}.${name(text)}`;

/** Rows from the first instant on, and before the last. */
export function withinTime(
  start: string,
  { from, until }: Pick<WarehouseSelection, "from" | "until">,
): string[] {
  const at = (ms: number) => `fromUnixTimestamp64Milli(toInt64(${Math.round(ms)}), 'UTC')`;
  return [
    ...(from === null ? [] : [`${start} >= ${at(from)}`]),
    ...(until === null ? [] : [`${start} < ${at(until)}`]),
  ];
}

/** What the user chose to name the customer, as a text: a column, a key of a map, a tag's rest. */
export function chosenText(
  expression: string,
  type: string,
  within: NonNullable<WarehouseSelection["customer"]>["within"],
): string {
  if (within === undefined) return textValue(expression, type);
  if ("key" in within) {
    const key = literal(within.key);
    const [, valueType = "String"] = /^Map\(.+?, (.*)\)$/.exec(type) ?? [];
    const text = textValue(`${expression}[${key}]`, valueType);
    // What is not there is a blank text, but the number 0.
    return valueType === "String" ? text : `if(mapContains(${expression}, ${key}), ${text}, '')`;
  }
  const tag = literal(within.tag);
  const found = `arrayFirst(tag -> startsWith(tag, ${tag}), ${expression})`;
  return textValue(`substring(${found}, ${[...within.tag].length + 1})`, "String");
}
