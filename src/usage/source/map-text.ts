/** A map as it stands in a text or document: keys and values. */
export type KeyedValues = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is KeyedValues {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const PAIR = /'((?:[^'\\]|\\.)*)'\s*:\s*(?:'((?:[^'\\]|\\.)*)'|([^,}'\s]+))/g;

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}

/** {'key':'value','other':12}: a map as ClickHouse writes it into CSV. */
function clickHouseMap(text: string): KeyedValues | undefined {
  if (!text.startsWith("{'")) return undefined;
  return Object.fromEntries(
    [...text.matchAll(PAIR)].map(([, key = "", quoted, bare]) => [
      unescaped(key),
      quoted === undefined ? bare : unescaped(quoted),
    ]),
  );
}

/** What JSON or a map of ClickHouse in a text stands for; undefined where it is neither. */
export function parseMapText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return clickHouseMap(text.trim());
  }
}

/** The value in one of OpenTelemetry's: {stringValue: "a"}, {intValue: "12"}, … */
function attributeValue(value: unknown): unknown {
  if (!isObject(value)) return value;
  const [kind, ...others] = Object.keys(value);
  return kind?.endsWith("Value") === true && others.length === 0 ? value[kind] : value;
}

/** What stands at a key of an object, or of a list of {key, value}. */
export function valueAt(container: unknown, key: string): unknown {
  if (isObject(container)) return Object.hasOwn(container, key) ? container[key] : undefined;
  if (!Array.isArray(container)) return undefined;
  const entry: unknown = container.find((each) => isObject(each) && each["key"] === key);
  return isObject(entry) ? attributeValue(entry["value"]) : undefined;
}

/** The keys of an object, or of a list of {key, value}. */
export function keysOf(container: unknown): string[] {
  if (isObject(container)) return Object.keys(container);
  if (!Array.isArray(container)) return [];
  return container.flatMap((each) =>
    isObject(each) && typeof each["key"] === "string" ? [each["key"]] : [],
  );
}
