import type { Book, BookCell, BookSheet } from "../../../src/workbook/share/book";
import { shareBook, type Sharing } from "../../../src/workbook/share/share-book";

/** 2026-09-01 as an Excel date. */
export const TODAY = 46266;

export function bookSheet(
  name: string,
  cells: readonly BookCell[],
  more: Partial<BookSheet> = {},
): BookSheet {
  return { name, visibility: "visible", isProtected: false, tables: [], cells, ...more };
}

export function book(parts: Partial<Book>): Book {
  return { sheets: [], names: [], others: [], ...parts };
}

/** What makes a book share-safe, worked out to the end. */
export function shared(parts: Partial<Book>): Sharing {
  const steps = shareBook(book(parts), TODAY);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Revenue in A1:A2, COGS in B1:B2. */
export const INPUTS: readonly BookCell[] = [
  { row: 0, column: 0, value: 99 },
  { row: 0, column: 1, value: 33 },
  { row: 1, column: 0, value: 50 },
  { row: 1, column: 1, value: 20 },
];
