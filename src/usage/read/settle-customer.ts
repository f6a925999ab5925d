import { NOBODY, type Question } from "../answers";
import { type Column, columnName, columnsOf, first, type Text } from "../column";
import type { Format } from "../format";
import { textOf } from "../source/columns";
import { keysOf, parseMapText } from "../source/map-text";
import type { Sample, Settled } from "./sample";

// What is longer is a text that someone wrote, and no id.
const LONGEST_ID = 100;

/** The columns that name something in the sample, and the keys of maps that do. */
function customerColumns<R>({ columns, records }: Sample<R>, format: Format): readonly Column[] {
  const { columns: candidates = [], maps = [] } = format.customer ?? {};
  const inMaps = maps.flatMap((map) => {
    const value = columns.value(map);
    const keys = records.flatMap((record) => {
      const raw = value(record);
      return keysOf(typeof raw === "string" ? parseMapText(raw) : raw);
    });
    const path: readonly [string, ...string[]] = typeof map === "string" ? [map] : map;
    const named = [...new Set(keys)].filter((key) => !key.startsWith("gen_ai."));
    return named.map((key): Column => [...path, key]);
  });
  const unique = new Map([...candidates, ...inMaps].map((column) => [columnName(column), column]));
  return [...unique.values()].filter((column) => {
    const value = columns.value(column);
    const longest = records.reduce(
      (most, record) => Math.max(most, textOf(value(record))?.length ?? 0),
      0,
    );
    return longest > 0 && longest <= LONGEST_ID;
  });
}

/** Settles what names the customer. */
export function settleCustomer<R>(
  sample: Sample<R>,
  format: Format,
  answer: string | undefined,
): Settled<Text | undefined> {
  if (answer === NOBODY) return { value: undefined };
  // Where the user has mapped the columns it was said there.
  const isMapped = format.shapes.length === 0 && format.customer?.usual !== undefined;
  if (sample.records.length === 0 || (isMapped && answer === undefined)) {
    return { value: format.customer?.usual };
  }
  const choices = customerColumns(sample, format);
  const chosen = choices.find((column) => columnName(column) === answer);
  if (chosen !== undefined) return { value: first(chosen) };
  if (choices.length === 0) {
    return {
      value: undefined,
      note: "No column of this export names the customer, so all of it is unallocated.",
    };
  }
  const usual = format.customer?.usual;
  const isUsual =
    usual !== undefined &&
    columnsOf(usual).some((column) =>
      choices.some((each) => columnName(each) === columnName(column)),
    );
  const question: Question = {
    about: "customer",
    text: "Which column names the customer?",
    why: isUsual
      ? "Usually it is the first; your application may put the customer elsewhere."
      : `${format.name} does not say which of its columns stands for the customer.`,
    options: [
      ...choices.map((column) => ({ value: columnName(column), label: columnName(column) })),
      { value: NOBODY, label: "None of them: all of it is unallocated" },
    ],
    isOpen: false,
    isNeeded: !isUsual,
  };
  return { value: isUsual ? usual : undefined, question };
}
