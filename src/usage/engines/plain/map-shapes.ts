import { textOf } from "../../source/columns";
import { parseMapText, valueAt } from "../../source/map-text";
import { isSame } from "./same-bytes";

/** What stands at keys of a map. */
export interface KeyedPlace {
  readonly keys: readonly string[];
  /** Tells places apart. */
  readonly number: number;
}

/** Reads what stands at keys of the maps in cells, without parsing each of them. */
export interface MapReader {
  /** The text or number at a place in the map that the bytes write; null where there is none. */
  readonly read: (place: KeyedPlace) => string | number | null;
  /** Turns to the bytes of another map. */
  readonly open: (bytes: Uint8Array, start: number, end: number, kind: number) => void;
}

/** What a place holds in all maps of a shape: always the same text, or one of their numbers. */
type Finding = { readonly text: string | null } | { readonly run: number } | "unclear";

/** Maps that differ in nothing but their numbers. */
interface Shape {
  readonly key: Uint8Array;
  readonly findings: (Finding | undefined)[];
}

const ZERO = 0x30;
const COLON = 0x3a;
const COMMA = 0x2c;
const BRACE = 0x7d;
/** Stands for the colon and the number in the key of a shape; no byte of UTF-8 is that. */
const NUMBER = 0xff;
const DIGITS = 15;
const LONGEST = 1024;
/** So many shapes are remembered. */
const SLOTS = 4096;

/** The numbers that differ within a shape, in the text of a map. */
const RUNS = /:(?:0|[1-9]\d{0,14})(?=[,}])/g;
/** A key with such a number in it cannot be looked for by the shape. */
const LIKE_A_RUN = /:\d/;
/** A shape is looked at with numbers from these on in it, to see which of them stands where. */
const TRIALS = [111_000_000, 222_000_000] as const;

/** What a place holds in all maps of the shape of the map in a text. */
function findingIn(text: string, { keys }: KeyedPlace): Finding {
  if (keys.some((key) => LIKE_A_RUN.test(key))) return "unclear";
  const [one, other] = TRIALS.map((first) => {
    let next = first;
    return keys.reduce(valueAt, parseMapText(text.replace(RUNS, () => `:${next++}`)));
  });
  const [run, again] = [Number(one) - TRIALS[0], Number(other) - TRIALS[1]];
  if (typeof one === "number" && typeof other === "number" && run === again && run >= 0) {
    return { run };
  }
  const found = textOf(one);
  return found === textOf(other) ? { text: found } : "unclear";
}

/**
 * Whole numbers behind a colon and before a comma or brace are what differs between maps of a
 * shape: another number in their place leaves a map as it is in all else.
 *
 * @param textOfBytes the text that the bytes write that were opened last
 */
export function mapReader(textOfBytes: () => string): MapReader {
  const shapes: (Shape | undefined)[] = [];
  const key = new Uint8Array(LONGEST);
  const runs = new Float64Array(LONGEST);
  let shape: Shape | undefined;
  let map: { readonly parsed: unknown } | undefined;

  /** Makes the key and finds the numbers; -1 where it has no key, or else the key's length. */
  function keyOf(bytes: Uint8Array, start: number, end: number, kind: number): number {
    if (end - start >= LONGEST) return -1;
    let length = 0;
    let found = 0;
    key[length++] = kind;
    for (let at = start; at < end;) {
      const byte = bytes[at++] ?? 0;
      if (byte === NUMBER) return -1;
      key[length++] = byte;
      if (byte !== COLON) continue;
      let to = at;
      let number = 0;
      for (; to < end; to++) {
        const digit = (bytes[to] ?? 0) - ZERO;
        if (digit < 0 || digit > 9) break;
        number = number * 10 + digit;
      }
      const isRun =
        to > at &&
        to - at <= DIGITS &&
        to < end &&
        (bytes[at] !== ZERO || to === at + 1) &&
        (bytes[to] === COMMA || bytes[to] === BRACE);
      if (!isRun) continue;
      runs[found++] = number;
      key[length - 1] = NUMBER;
      at = to;
    }
    return length;
  }

  function shapeOf(length: number): Shape {
    let hash = 0;
    for (let at = 0; at < length; at++) hash = (Math.imul(hash, 31) + (key[at] ?? 0)) | 0;
    const slot = hash & (SLOTS - 1);
    const known = shapes[slot];
    if (known && isSame(known.key, key, length)) return known;
    return (shapes[slot] = { key: key.slice(0, length), findings: [] });
  }

  return {
    open(bytes, start, end, kind) {
      const length = keyOf(bytes, start, end, kind);
      shape = length < 0 ? undefined : shapeOf(length);
      map = undefined;
    },
    read(place) {
      const finding = shape
        ? (shape.findings[place.number] ??= findingIn(textOfBytes(), place))
        : "unclear";
      if (finding !== "unclear") return "run" in finding ? (runs[finding.run] ?? 0) : finding.text;
      map ??= { parsed: parseMapText(textOfBytes()) };
      return textOf(place.keys.reduce(valueAt, map.parsed));
    },
  };
}
