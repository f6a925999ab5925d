import { pseudonyms } from "../../read/texts";
import type { CsvBytes } from "../load/csv-bytes";
import type { Places } from "./plain-layout";
import { BLANK, BYTES, type RecordCells } from "./record-cells";

/** Writes ids and names of a record, as the readers of formats read them. */
export interface NameWriter {
  /** The id of the record behind the id of its format: texts joined; blank where the last is. */
  readonly id: (texts: readonly Places[]) => void;
  /** A name, with persons in it replaced by pseudonyms. */
  readonly name: (places: Places) => void;
}

const AT = 0x40;
const POINT = 0x2e;
const COLON = 0x3a;

/** Whether there may be an address of a person in the bytes. */
function mayBePersonal(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === AT || byte === POINT || byte === COLON) return true;
  }
  return false;
}

export function nameWriter(cells: RecordCells, csv: CsvBytes, source: string): NameWriter {
  const { bytes, start, end, text } = cells;
  const before = new TextEncoder().encode(`${source}:`);
  const nothing = new Uint8Array(0);
  const nameOf = pseudonyms();
  return {
    id(texts) {
      const [only, ...others] = texts;
      if (only && others.length === 0 && cells.find(only) === BYTES) {
        csv.ascii(before, bytes(), start(), end());
        return;
      }
      const parts = texts.map((places) => (cells.find(places) === BLANK ? null : text()));
      const isBlank = (parts.at(-1) ?? null) === null;
      csv.text(isBlank ? null : `${source}:${parts.join(":")}`);
    },
    name(places) {
      const found = cells.find(places);
      if (found === BLANK) csv.text(null);
      else if (found === BYTES && !mayBePersonal(bytes(), start(), end())) {
        csv.ascii(nothing, bytes(), start(), end());
      } else csv.text(nameOf(text()));
    },
  };
}
