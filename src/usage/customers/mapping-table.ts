import { withoutPersonalData } from "../personal-data";
import { textOf } from "../source/columns";
import { openText } from "../source/open-text";
import { csvTable } from "../source/table";
import type { CustomerMapping } from "./match-customers";

/**
 * The user's mapping table from a CSV: what its column "from" names means the customer in its
 * column "to"; without such names, the first column and the second. Rows that lack one of them say
 * nothing. Addresses of persons become the pseudonyms that they have in usage and revenue.
 *
 * @returns undefined where the text is no table of two columns or more
 */
export function mappingTable(text: string): readonly CustomerMapping[] | undefined {
  const opened = openText(text);
  if (opened.kind !== "csv") return undefined;
  const { columns, records } = csvTable(opened);
  const named = (word: string) => columns.names.find((name) => name.trim().toLowerCase() === word);
  const [first, second] = columns.names;
  const [from, to] = [named("from") ?? first, named("to") ?? second];
  if (from === undefined || to === undefined || from === to) return undefined;
  const [readFrom, readTo] = [columns.value(from), columns.value(to)];
  return [...records()].flatMap((each): CustomerMapping[] => {
    if (!("record" in each)) return [];
    const [own, other] = [textOf(readFrom(each.record)), textOf(readTo(each.record))];
    return own === null || other === null
      ? []
      : [{ from: withoutPersonalData(own), to: withoutPersonalData(other) }];
  });
}
