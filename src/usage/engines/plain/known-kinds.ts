import { type CsvScanner, SIMPLE } from "./csv-scanner";
import type { PlainLayout } from "./plain-layout";
import type { RecordCells } from "./record-cells";
import { isSame } from "./same-bytes";

/** Records like this one are not rows, or cannot be told apart by the cells. */
export const NO_ROW = -1;
/** No record like this one was met yet. */
export const UNKNOWN = -2;

/** Numbers of kinds by the cells on which they depend: each is learned from a first record. */
export interface KnownKinds {
  /**
   * The number of the kind of the record that was scanned last, NO_ROW or UNKNOWN.
   *
   * @param flags what else its kind depends on
   */
  readonly find: (bytes: Uint8Array, flags: number) => number;
  /** What learns the number for records like the one that was asked for last. */
  readonly learner: () => (kind: number) => void;
}

interface Known {
  readonly key: Uint8Array;
  readonly kind: number;
}

/** So many are remembered. A provider has some hundred models. */
const MOST = 20_000;
/** Bytes of cells that a key can hold. */
const LONGEST = 1024;

export function knownKinds(
  { kindCells, blankCells }: PlainLayout,
  { starts, ends, kinds }: CsvScanner,
  cells: RecordCells,
): KnownKinds {
  const known = new Map<number, Known[]>();
  const key = new Uint8Array(LONGEST + 4 * kindCells.length + blankCells.length + 4);
  let size = 0;
  let hash = 0;
  let length = 0;
  const add = (byte: number) => {
    key[length++] = byte;
    hash = (Math.imul(hash, 31) + byte) | 0;
  };
  /** Makes the key: flags, and cells behind their lengths; false where they are too long. */
  const make = (bytes: Uint8Array, flags: number): boolean => {
    length = 0;
    hash = 0;
    add(flags);
    for (const cell of blankCells) add(cells.isBlank(cell) ? 1 : 0);
    let room = LONGEST;
    for (const cell of kindCells) {
      const start = starts[cell] ?? 0;
      const end = ends[cell] ?? 0;
      room -= end - start;
      if (room < 0 || kinds[cell] !== SIMPLE) return false;
      add((end - start) & 0xff);
      add((end - start) >> 8);
      for (let at = start; at < end; at++) add(bytes[at] ?? 0);
    }
    return true;
  };
  return {
    find(bytes, flags) {
      if (!make(bytes, flags)) return NO_ROW;
      for (const each of known.get(hash) ?? []) {
        if (isSame(each.key, key, length)) return each.kind;
      }
      return UNKNOWN;
    },
    learner() {
      const asked = { key: key.slice(0, length), hash };
      return (kind) => {
        // Another record like it may have taught it meanwhile.
        const others = known.get(asked.hash) ?? [];
        if (others.some((other) => isSame(other.key, asked.key, asked.key.length))) return;
        if (size++ === MOST) {
          known.clear();
          size = 1;
        }
        known.set(asked.hash, [...(known.get(asked.hash) ?? []), { key: asked.key, kind }]);
      };
    },
  };
}
