import type { HostError } from "../../../workbook/host";
import { refusal } from "./refusal";
import type { ArchiveEntry } from "./zip-archive";

const MEGABYTE = 1024 * 1024;

/** The most that all parts that are read hold together: what a browser's tab has room for. */
const MOST_READ = 256 * MEGABYTE;
/** Parts that are read; what pivot tables keep of their sources is not. */
const IS_READ = /^(?!.*pivotCache).*\.xml$/i;
/** The most that a whole file may hold, images and all. */
const MOST_IN_ALL = 2048 * MEGABYTE;

/** Sheets shrink to a tenth or a fiftieth; what shrinks more is made to fill up memory. */
const MOST_SHRUNK = 250;
const WORTH_A_LOOK = 16 * MEGABYTE;

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE).toLocaleString("en-US")} MB`;
}

const HOW_TO_SHRINK =
  "Take away sheets that colleagues do not need, or split the workbook, and take the smaller file.";

function sizeRefusal(what: string, most: number, size: number): HostError {
  return refusal(
    `This workbook is too large: unpacked, ${what} more than ${megabytes(most)}.`,
    HOW_TO_SHRINK,
    `It states ${megabytes(size)}.`,
  );
}

function total(entries: readonly ArchiveEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0);
}

/** @throws HostError for a part that alone is too large, whatever it is called */
export function checkPart({ size }: ArchiveEntry): void {
  if (size > MOST_READ) throw sizeRefusal("its sheets hold", MOST_READ, size);
}

/** The most characters that all formulas have together: a million of them have some fifty each. */
const MOST_CHARACTERS = 128 * MEGABYTE;

/** Counts the characters of formulas: one that many cells share takes little room in a file alone. */
export class FormulaLength {
  #total = 0;

  /** @throws HostError where there are too many */
  add(length: number): void {
    this.#total += length;
    if (this.#total <= MOST_CHARACTERS) return;
    throw refusal(
      `This workbook is too large: its formulas have more than ${megabytes(MOST_CHARACTERS)} of text.`,
      HOW_TO_SHRINK,
      "Formulas that cells share were counted for each cell.",
    );
  }
}

/** @throws HostError for a file that would fill up memory, before any of it is unpacked */
export function checkSizes(entries: readonly ArchiveEntry[]): void {
  const bomb = entries.find(
    ({ size, packed }) => size > WORTH_A_LOOK && size > packed.length * MOST_SHRUNK,
  );
  if (bomb) {
    throw refusal(
      "This file unpacks to far more than any workbook holds, as files do that are made to fill up memory; it has not been unpacked.",
      "Ask whoever sent it, or open it in Excel and save it under a new name.",
      `${bomb.name} has ${megabytes(bomb.packed.length)} and states ${megabytes(bomb.size)}.`,
    );
  }
  const all = total(entries);
  if (all > MOST_IN_ALL) throw sizeRefusal("it holds", MOST_IN_ALL, all);
  const read = total(entries.filter(({ name }) => IS_READ.test(name)));
  if (read > MOST_READ) throw sizeRefusal("its sheets hold", MOST_READ, read);
}
