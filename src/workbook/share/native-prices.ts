import { PRICE_KINDS, type PriceKind } from "../../catalog";
import { type Guard, guard } from "../../functions/native";
import type { PinnedPrices } from "./prices-sheet";

function behind(guards: readonly Guard[], formula: string): string {
  return guards.reduceRight((rest, { when, gives }) => `IF(${when},${gives},${rest})`, formula);
}

/** A cost in $ of tokens at a price; nothing where there are none, which need no price. */
function amount(tokens: string, price: string, isPriceSure: boolean): string {
  return isPriceSure ? `${tokens}*${price}` : `IF(${tokens}=0,0,${tokens}*${price})`;
}

/** Tokens of one request, each as an operand; undefined where there are none. */
export interface RequestTokens {
  readonly input: string;
  readonly output: string;
  readonly cacheRead: string | undefined;
  readonly cacheWrite: string | undefined;
}

/** TOKENCOST as a native formula over pinned prices. */
export function nativeTokenCost({ price, isMissing }: PinnedPrices, tokens: RequestTokens): string {
  const { input, output, cacheRead, cacheWrite } = tokens;
  const isSure = isMissing === undefined;
  const parts = (["cacheRead", "cacheWrite"] as const).flatMap((kind) => {
    const count = kind === "cacheRead" ? cacheRead : cacheWrite;
    return count === undefined ? [] : [{ kind, count }];
  });
  const cached = parts.map(({ count }) => count);
  const given = [input, output, ...cached];
  const below = given.map((count) => `${count}<0`).join(",");
  const priceFor = (kind: PriceKind) => price(kind, input);
  const unpriced = (["input", "output"] as const)
    .filter((kind) => priceFor(kind) === undefined)
    .map((kind) => guard(`${tokens[kind]}>0`, "#N/A"));
  const guards = [
    ...(isMissing === undefined ? [] : [guard(isMissing, "#N/A")]),
    ...unpriced,
    guard(`OR(${below})`, "#NUM!"),
    ...(cached.length === 0 ? [] : [guard(`${cached.join("+")}>${input}*(1+1E-12)`, "#VALUE!")]),
  ];
  const inputPrice = priceFor("input");
  const uncached = cached.length === 0 ? input : `(${[input, ...cached].join("-")})`;
  const outputPrice = priceFor("output");
  const inputCost =
    inputPrice === undefined
      ? []
      : [isSure ? `${uncached}*${inputPrice}` : `IF(${input}=0,0,${uncached}*${inputPrice})`];
  // Cached parts without a price of their own cost what other input does.
  const cachedCosts = parts.flatMap(({ kind, count }) => {
    if (inputPrice === undefined) return [];
    const own = priceFor(kind) ?? inputPrice;
    return [amount(count, isSure ? own : `IFERROR(${own},${inputPrice})`, isSure)];
  });
  const outputCost = outputPrice === undefined ? [] : [amount(output, outputPrice, isSure)];
  const amounts = [...inputCost, ...cachedCosts, ...outputCost];
  const cost = amounts.length === 0 ? "0" : `(${amounts.join("+")})/10^6`;
  return behind(guards, cost);
}

const KINDS = PRICE_KINDS.map((kind) => `"${kind}"`).join(",");

/** What INDEX finds as a value: Univer compares a reference to a cell with an error as if there were none. */
function asValue(price: string): string {
  return price.startsWith("INDEX(") ? `0+${price}` : price;
}

/** MODELPRICE as a native formula over pinned prices, of a kind that the formula itself names. */
export function nativeModelPrice({ price }: PinnedPrices, kind: PriceKind): string {
  const text = price(kind, undefined);
  return text === undefined ? "#N/A" : asValue(text);
}

/** The same, of a kind that stands in a cell; blank is input. */
export function nativePriceOfKind({ priceOfKind }: PinnedPrices, kind: string): string {
  const place = `IF(OR(${kind}="",${kind}=0),1,MATCH(TRIM(${kind}),{${KINDS}},0))`;
  return `IF(ISNA(${place}),#VALUE!,${asValue(priceOfKind(place))})`;
}
