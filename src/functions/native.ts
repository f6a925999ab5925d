import type { Domain, ErrorCode } from "../calc";
import type { Parameter } from "./parameter";

/** An argument of a native formula: an expression, a list of cell expressions, or omitted. */
export type NativeArgument = string | readonly string[] | undefined;

/** A condition under which the formula is an error instead of its plain figure. */
export interface Guard {
  /** Native condition, TRUE where there is no answer. */
  readonly when: string;
  readonly gives: ErrorCode;
}

/** A declaration's native text, its types forgotten: the declaration has checked them. */
export type NativeBody = (...args: (string | readonly string[])[]) => string;
export type NativeDemands =
  ((...args: (string | readonly string[])[]) => readonly Guard[]) | undefined;

export function guard(when: string, gives: ErrorCode): Guard {
  return { when, gives };
}

const ATOM =
  /^(\d+(\.\d+)?(E[+-]?\d+)?|('[^']+'!|[A-Za-z_][\w.]*!)?\$?[A-Za-z_]{1,3}\$?\d+|TODAY\(\))$/i;
const LITERAL = /^-?\d+(\.\d+)?(E[+-]?\d+)?$/i;

/** An expression that can stand as an operand: in brackets unless it is a number or one cell. */
function operand(expression: string): string {
  return ATOM.test(expression) ? expression : `(${expression})`;
}

/** The number that an expression is, or undefined where it is not a literal. */
export function literal(expression: string): number | undefined {
  const bare = expression.replace(/^\((.*)\)$/, "$1");
  return LITERAL.test(bare) ? Number(bare) : undefined;
}

/** Conditions under which a number is outside its domain; none for a literal that lies within. */
function outside(expression: string, domain: Domain): string[] {
  const value = literal(expression);
  const conditions: string[] = [];
  const add = (bound: number | undefined, operator: string, fails: (x: number) => boolean) => {
    if (bound === undefined || (value !== undefined && !fails(value))) return;
    conditions.push(`${expression}${operator}${bound}`);
  };
  add(domain.from, "<", (x) => x < (domain.from ?? x));
  add(domain.above, "<=", (x) => x <= (domain.above ?? x));
  add(domain.to, ">", (x) => x > (domain.to ?? x));
  add(domain.below, ">=", (x) => x >= (domain.below ?? x));
  if (domain.whole && !(value !== undefined && Number.isInteger(value))) {
    conditions.push(`${expression}<>INT(${expression})`);
  }
  return conditions;
}

/** The guards that follow from the domains of the parameters. */
function domainGuards(
  parameters: readonly Parameter[],
  args: readonly (string | readonly string[])[],
): Guard[] {
  return parameters.flatMap((parameter, i) => {
    const arg = args[i] ?? [];
    if (parameter.kind === "text") return [];
    if (parameter.kind === "list" && parameter.blank === "open") return [];
    const isBlankFine =
      parameter.kind === "list"
        ? parameter.blank === "skipped"
        : parameter.blankIsDefault && parameter.default === "0";
    // An omitted argument without a default is "0", which means "not given" and is in no domain.
    if (parameter.blankIsDefault && arg === "0") return [];
    const expressions = typeof arg === "string" ? [arg] : arg;
    return expressions
      .filter((expression) => !(isBlankFine && literal(expression) === 0))
      .flatMap((expression) =>
        outside(expression, parameter.domain).map((when) =>
          guard(isBlankFine ? `AND(${expression}<>0,${when})` : when, "#NUM!"),
        ),
      );
  });
}

/** The body behind its guards, the first guard outermost; neighbours with the same error share one IF. */
function guarded(body: string, guards: readonly Guard[]): string {
  const groups: { conditions: string[]; gives: ErrorCode }[] = [];
  for (const { when, gives } of guards) {
    const last = groups.at(-1);
    if (last?.gives === gives) last.conditions.push(when);
    else groups.push({ conditions: [when], gives });
  }
  return groups.reduceRight((formula, { conditions, gives }) => {
    const when = conditions.length === 1 ? conditions[0] : `OR(${conditions.join(",")})`;
    return `IF(${when},${gives},${formula})`;
  }, body);
}

/**
 * The arguments as native expressions, with defaults in the place of what was omitted, and
 * `IF(x=0,default,x)` where an empty cell means "not given".
 *
 * @param areGiven whether what is no literal always holds a figure, so that no default is asked for
 */
export function resolveNative(
  parameters: readonly Parameter[],
  args: readonly NativeArgument[],
  areGiven = false,
): (string | readonly string[])[] {
  const resolved = new Map<string, string | readonly string[]>();
  for (const [i, parameter] of parameters.entries()) {
    const arg = args[i];
    if (parameter.kind === "list") {
      resolved.set(parameter.name, Array.isArray(arg) ? arg.map(operand) : []);
      continue;
    }
    const fallback = resolved.get(parameter.default ?? "") ?? parameter.default ?? "0";
    if (typeof fallback !== "string")
      throw new TypeError(`${parameter.name}: a default is one value`);
    if (typeof arg !== "string") {
      resolved.set(parameter.name, operand(fallback));
      continue;
    }
    const given = operand(arg);
    const value = literal(given);
    const isDefaultable =
      parameter.blankIsDefault && fallback !== "0" && !(areGiven && value === undefined);
    const expression = !isDefaultable
      ? given
      : value === undefined
        ? `IF(${given}=0,${fallback},${given})`
        : value === 0
          ? operand(fallback)
          : given;
    resolved.set(parameter.name, expression);
  }
  return parameters.map((parameter) => resolved.get(parameter.name) ?? "0");
}

/**
 * Which guards a native formula stands behind: all, none, or only the declaration's own demands,
 * where the single arguments are given and within their domains by other means such as data
 * validation.
 */
export type Guards = boolean | "demands";

/** A native formula (without its equals sign) behind the guards that keep it to its domain. */
export function printNative(
  parameters: readonly Parameter[],
  body: NativeBody,
  demands: NativeDemands,
  args: readonly NativeArgument[],
  guards: Guards,
): string {
  const resolved = resolveNative(parameters, args, guards === "demands");
  const formula = body(...resolved);
  if (!guards) return formula;
  const own = demands?.(...resolved) ?? [];
  const domains = guards === "demands" ? [] : domainGuards(parameters, resolved);
  return guarded(formula, [...domains, ...own]);
}
