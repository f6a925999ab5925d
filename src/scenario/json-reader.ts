/** Tells what is wrong at a path such as "tariffs[1].tiers[0].upTo". */
export type Report = (path: string, message: string) => void;

/**
 * Reads a part of a JSON document. What is not as expected is reported, and a stand-in returned,
 * so that the rest can be checked in the same go.
 */
export type Reader<T> = (value: unknown, path: string, report: Report) => T;

/** A member of an object, and what it is where it is left out; without that it is required. */
export interface Field<T> {
  readonly read: Reader<T>;
  readonly otherwise?: T;
}

export type Fields<T> = { readonly [K in keyof T]: Field<T[K]> };

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  // As JSON, 1e999 would read null.
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
}

export function required<T>(read: Reader<T>): Field<T> {
  return { read };
}

export function optional<T>(read: Reader<T>, otherwise: T): Field<T> {
  return { read, otherwise };
}

export const number: Reader<number> = (value, path, report) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  report(path, `must be a number, got ${shown(value)}`);
  return 1;
};

export const text: Reader<string> = (value, path, report) => {
  if (typeof value === "string" && value.trim() !== "") return value;
  report(path, `must be a text, got ${shown(value)}`);
  return "?";
};

/** A number, or null where there is none. */
export const numberOrNull: Reader<number | null> = (value, path, report) =>
  value === null ? null : number(value, path, report);

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MS_PER_DAY = 86_400_000;
/** Excel counts the days from 30 December 1899. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** The Excel date of a day such as 2026-01-31; undefined where there is no such day. */
export function excelDay(day: string): number | undefined {
  const [, year = "", month = "", date = ""] = DAY.exec(day) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (year === "" || new Date(at).getUTCDate() !== Number(date)) return undefined;
  return (at - EXCEL_EPOCH) / MS_PER_DAY;
}

/** An Excel date: written as such, or as a day such as "2026-01-31". */
export const date: Reader<number> = (value, path, report) => {
  const day = typeof value === "string" ? excelDay(value) : value;
  if (typeof day === "number" && day >= 1) return day;
  report(path, `must be a day such as "2026-01-31", got ${shown(value)}`);
  return 1;
};

export function oneOf<T extends string>(choices: readonly [T, ...T[]]): Reader<T> {
  return (value, path, report) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    report(path, `must be one of ${choices.join(", ")}, got ${shown(value)}`);
    return choices[0];
  };
}

/** A list of so many entries. */
export function list<T>(read: Reader<T>, least: number, most: number): Reader<readonly T[]> {
  return (value, path, report) => {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    if (!Array.isArray(value)) report(path, `must be a list, got ${shown(value)}`);
    else if (value.length < least || value.length > most) {
      report(path, `must have ${least} to ${most} entries, got ${value.length}`);
    }
    const found = entries.slice(0, most).map((entry, i) => read(entry, `${path}[${i}]`, report));
    while (found.length < least) found.push(standIn(read));
    return found;
  };
}

/** What a reader returns where there is nothing to read. */
function standIn<T>(read: Reader<T>): T {
  return read(undefined, "", () => undefined);
}

/** An object with these members and no others. */
export function object<T extends object>(fields: Fields<T>): Reader<T> {
  const known: Readonly<Record<string, Field<unknown>>> = fields;
  return (value, path, report) => {
    const at = (key: string) => (path === "" ? key : `${path}.${key}`);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    if (!isObject) report(path, `must be an object, got ${shown(value)}`);
    const given = new Map<string, unknown>(isObject ? Object.entries(value) : []);
    for (const key of given.keys()) {
      if (!Object.hasOwn(known, key)) {
        report(at(key), `is not known; known here: ${Object.keys(known).join(", ")}`);
      }
    }
    const members = Object.entries(known).map(([key, { read, otherwise }]) => {
      if (given.has(key)) return [key, read(given.get(key), at(key), report)];
      if (otherwise !== undefined) return [key, otherwise];
      if (isObject) report(at(key), "is missing");
      return [key, standIn(read)];
    });
    // Every field was read by the reader of its type.
    return Object.fromEntries(members) as T;
  };
}
