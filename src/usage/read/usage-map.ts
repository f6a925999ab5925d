import type { CachedConvention } from "../format";
import { type Fault, shown } from "../problem";
import { textOf } from "../source/columns";
import { isObject } from "../source/map-text";
import { parseCount } from "./numbers";
import type { RawTokens } from "./raw-tokens";

export type UsageKind =
  "input" | "cacheRead" | "cacheWrite5m" | "cacheWrite1h" | "output" | "reasoning";

const KINDS: readonly (readonly [pattern: RegExp, kind: UsageKind | "total"])[] = [
  [/total/, "total"],
  [/cach.*(?:creat|writ).*(?:1h|hour)|(?:creat|writ).*cach.*(?:1h|hour)/, "cacheWrite1h"],
  [/cach.*(?:creat|writ)|(?:creat|writ).*cach/, "cacheWrite5m"],
  [/cach/, "cacheRead"],
  [/reason|thought|thinking/, "reasoning"],
  [/output|completion|candidates/, "output"],
  [/input|prompt/, "input"],
];

/** promptTokenCount and prompt_token_count are one key. */
function snakeCase(key: string): string {
  return key.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
}

/** The kind of usage that a key stands for; undefined for what is no tokens. */
export function usageKind(key: string): UsageKind | "total" | undefined {
  const name = snakeCase(key);
  return KINDS.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether a key is Gemini's own of its input, which includes cached tokens. */
export function isWholePrompt(key: string): boolean {
  return snakeCase(key) === "prompt_token_count";
}

/** The sums of a total under the readings of its parts, where exactly one reading gives it. */
function provenBy(total: number | null, sums: Record<UsageKind, number>) {
  const cached = sums.cacheRead + sums.cacheWrite5m + sums.cacheWrite1h;
  const readings = (["apart", "included"] as const).flatMap((inInput) =>
    (["apart", "included"] as const).map((inOutput) => ({
      inInput,
      inOutput,
      sum:
        sums.input +
        sums.output +
        (inInput === "apart" ? cached : 0) +
        (inOutput === "apart" ? sums.reasoning : 0),
    })),
  );
  const fitting = readings.filter(({ sum }) => total !== null && Math.abs(sum - total) <= 1);
  const agreed = <T>(values: readonly T[]): T | undefined =>
    new Set(values).size === 1 ? values[0] : undefined;
  return {
    cached: cached === 0 ? undefined : agreed(fitting.map(({ inInput }) => inInput)),
    reasoning: sums.reasoning === 0 ? undefined : agreed(fitting.map(({ inOutput }) => inOutput)),
  };
}

/**
 * The tokens in a map from kinds of usage to numbers. The kinds exclude each other by the
 * contract of Langfuse, with two exceptions: Gemini's own prompt_token_count includes its cached
 * tokens, and a total that only fits otherwise proves that a sender breaks the contract.
 */
export function tokensInMap(map: unknown, column: string, faults: Fault[]): RawTokens | null {
  if (!isObject(map)) return null;
  const sums = {
    input: 0,
    cacheRead: 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    output: 0,
    reasoning: 0,
  };
  let total: number | null = null;
  let usual: CachedConvention = "apart";
  let stated = false;
  const uncounted: string[] = [];
  for (const [key, value] of Object.entries(map)) {
    const text = textOf(value);
    const kind = usageKind(key);
    if (text === null) continue;
    if (kind === undefined) {
      if (text !== "0") uncounted.push(key);
      continue;
    }
    const count = parseCount(text, ".");
    if (count === null) {
      const expected = "a whole number, 0 or more";
      faults.push({ column: `${column}.${key}`, expected, received: shown(text) });
    } else if (kind === "total") total = count;
    else {
      sums[kind] += count;
      stated = true;
      if (isWholePrompt(key)) usual = "included";
    }
  }
  const proven = provenBy(total, sums);
  return {
    ...sums,
    stated,
    uncounted,
    uncached: null,
    cached: proven.cached ?? usual,
    reasoningIs: proven.reasoning ?? "apart",
    inputColumn: column,
  };
}
