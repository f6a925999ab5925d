import type { UsageFormat } from "./format";

/** What of an import tells whether it describes the same usage as another. */
export interface Imported {
  readonly name: string;
  readonly format: Pick<UsageFormat, "id" | "family" | "describes">;
  /** The providers whose models it names. */
  readonly providers: readonly string[];
  /** First instant, and first instant after; milliseconds since 1970 in UTC. */
  readonly start: number;
  readonly end: number;
}

/** Two imports that describe the same usage. */
export interface Overlap {
  readonly names: readonly [string, string];
  /** Whether it is certain, or the same provider's usage may have been seen by two. */
  readonly isCertain: boolean;
  readonly why: string;
}

const WHAT = { requests: "single requests", totals: "totals", bills: "a bill" } as const;

function overlap(one: Imported, other: Imported): Omit<Overlap, "names"> | undefined {
  if (one.start >= other.end || other.start >= one.end) return undefined;
  const [what, otherWhat] = [WHAT[one.format.describes], WHAT[other.format.describes]];
  if (one.format.family === other.format.family) {
    if (one.format.id === other.format.id) return undefined;
    const why =
      what === otherWhat
        ? "both describe the same usage, in different ways"
        : `one holds ${what}, the other ${otherWhat} of the same usage`;
    return { isCertain: true, why };
  }
  const shared = one.providers.filter((provider) => other.providers.includes(provider));
  if (shared.length === 0) return undefined;
  const why = `both hold usage of ${shared.join(", ")} at the same time: ${what} and ${otherWhat}`;
  return { isCertain: false, why };
}

/**
 * The pairs of imports of which only one may count towards cost to serve: totals are never added
 * to the requests they sum up, nor a bill to the usage it charges, nor a provider's export to
 * the log of a gateway in front of it. Two exports in one format are no such pair: they may be
 * of different months or projects.
 */
export function overlaps(imports: readonly Imported[]): Overlap[] {
  return imports.flatMap((one, index) =>
    imports.slice(index + 1).flatMap((other) => {
      const found = overlap(one, other);
      return found === undefined ? [] : [{ names: [one.name, other.name], ...found } as const];
    }),
  );
}
