import type { Sample } from "./sample";

/** What stands where bytes are no UTF-8. */
const UNREAD = "\uFFFD";

const isUnread = (text: unknown) => typeof text === "string" && text.includes(UNREAD);

/** Says that a table was written in another encoding than UTF-8; undefined where nothing shows it. */
export function encodingNote<R>({ columns, records }: Sample<R>): string | undefined {
  const isFound =
    columns.names.some(isUnread) ||
    records.some((record) => Array.isArray(record) && record.some(isUnread));
  return isFound
    ? `Some characters are not in UTF-8 and read as “${UNREAD}”, so that names with them may match nobody. In Excel, save it as “CSV UTF-8”.`
    : undefined;
}
