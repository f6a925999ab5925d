import { type Answers, type Format, mappingKey } from "../../../usage";

const PREFIX = "aim.answers:";

function keyOf({ id }: Format, columns: readonly string[]): string {
  return `${PREFIX}${id}:${mappingKey(columns)}`;
}

const TEXT = (value: unknown): value is string => typeof value === "string" && value !== "";

function oneOf<T extends string>(...all: readonly T[]) {
  return (value: unknown): value is T => all.some((each) => each === value);
}

const ALLOWED: { readonly [K in keyof Answers]-?: (value: unknown) => value is Answers[K] } = {
  customer: TEXT,
  cached: oneOf("included", "apart"),
  decimalMark: oneOf(".", ","),
  zone: TEXT,
  slashOrder: oneOf("month first", "day first"),
  services: oneOf("AI services", "all services"),
};

/** The answers among what was kept; what is none is left out. */
function answersIn(kept: unknown): Answers {
  if (typeof kept !== "object" || kept === null) return {};
  const allowed = Object.entries<(value: unknown) => boolean>(ALLOWED);
  const isAllowed = ([key, value]: readonly [string, unknown]) =>
    allowed.some(([about, isAnswer]) => about === key && isAnswer(value));
  return Object.fromEntries(Object.entries(kept).filter(isAllowed));
}

/**
 * What the user said before of exports in this format with these columns, on this device. What
 * is kept are names of columns, signs and zones: nothing of what a file holds.
 */
export function rememberedAnswers(format: Format, columns: readonly string[]): Answers {
  try {
    return answersIn(JSON.parse(localStorage.getItem(keyOf(format, columns)) ?? "null"));
  } catch {
    // The browser keeps nothing for this page, or what it kept is not ours.
    return {};
  }
}

/** Keeps what the user said; nothing said is nothing kept. */
export function rememberAnswers(
  format: Format,
  columns: readonly string[],
  answers: Answers,
): void {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(keyOf(format, columns));
    else localStorage.setItem(keyOf(format, columns), JSON.stringify(answers));
  } catch {
    // Where the browser keeps nothing it is asked again next time.
  }
}
