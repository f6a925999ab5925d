import type { Domain } from "../calc";
import { ANY } from "../calc";

/** What is the same for every parameter of a custom function. */
interface Named<Kind extends string, Optional extends boolean> {
  readonly kind: Kind;
  /** The name that Excel shows, and that error messages use. */
  readonly name: string;
  readonly optional: Optional;
  /** Native expression, or the name of an earlier parameter, that stands in where the argument is omitted. */
  readonly default?: string;
  /** An empty cell or 0 means the same as an omitted argument. */
  readonly blankIsDefault?: true;
}

/** One number a cell; ranges broadcast. */
export interface NumberParameter<Optional extends boolean = boolean> extends Named<
  "number",
  Optional
> {
  readonly domain: Domain;
  /** The number is an Excel date. */
  readonly date?: true;
}

/** One text a cell; ranges broadcast. */
export type TextParameter<Optional extends boolean = boolean> = Named<"text", Optional>;

/** One row, one column or an array constant. */
export interface ListParameter<Optional extends boolean = boolean> extends Named<"list", Optional> {
  readonly domain: Domain;
  /**
   * What an empty entry (or 0) is: the number 0; passed over; or, as the last entry alone, an
   * upper bound that stands open (Infinity).
   */
  readonly blank: "zero" | "skipped" | "open";
}

export type Parameter = NumberParameter | TextParameter | ListParameter;

export function number(name: string, domain: Domain = ANY): NumberParameter<false> {
  return { kind: "number", name, domain, optional: false };
}

/** An Excel date, that is, a serial number of days. */
export function date(name: string): NumberParameter<false> {
  return { kind: "number", name, domain: ANY, optional: false, date: true };
}

export function text(name: string): TextParameter<false> {
  return { kind: "text", name, optional: false };
}

export function list(
  name: string,
  domain: Domain = ANY,
  blank: ListParameter["blank"] = "zero",
): ListParameter<false> {
  return { kind: "list", name, domain, blank, optional: false };
}

type MadeOptional<P> = P extends NumberParameter
  ? NumberParameter<true>
  : P extends TextParameter
    ? TextParameter<true>
    : ListParameter<true>;

/**
 * The parameter with a default.
 *
 * @param fallback what native formulas use where the argument is omitted: an expression, or the
 *   name of an earlier parameter; for a list "", which means no entries
 */
export function optional<P extends Parameter>(parameter: P, fallback: string): MadeOptional<P> {
  return { ...parameter, optional: true, default: fallback } as unknown as MadeOptional<P>;
}

/** As `optional`, where an empty cell or 0 makes no sense and so means "not given" too. */
export function optionalUnlessGiven<P extends Parameter>(
  parameter: P,
  fallback: string,
): MadeOptional<P> {
  return { ...optional(parameter, fallback), blankIsDefault: true };
}
