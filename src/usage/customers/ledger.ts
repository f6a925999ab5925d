import type { AmountsByBasis, Month } from "../usage-summary";
import type { CostBasis } from "../usage-row";

/** Revenue and cost of inference in a month, billionths of the currency of the report. */
export interface MonthAmounts {
  readonly revenueNano: bigint;
  readonly inferenceNano: bigint;
}

/** What usage and revenue say of a customer, or of a group of them: sums, nothing derived. */
export interface Ledger {
  readonly revenueNano: bigint;
  readonly invoicedNano: bigint;
  readonly deferredNano: bigint;
  readonly unbilledNano: bigint;
  readonly requests: number;
  readonly tasks: number;
  readonly tokens: number;
  readonly inferenceNano: bigint;
  readonly inferenceByModel: ReadonlyMap<string, bigint>;
  readonly inferenceByBasis: AmountsByBasis;
  readonly byMonth: ReadonlyMap<Month, MonthAmounts>;
  /** Other cost of goods sold that the user imported; null where none was. */
  readonly otherCogsNano: bigint | null;
  readonly unpricedRequests: number;
  readonly unpricedTokens: number;
  /** Why cost or revenue is not wholly known, each once; none where all is known. */
  readonly gaps: readonly string[];
  /** Whether some of them are of revenue. */
  readonly lacksRevenue: boolean;
  /** Months with usage or revenue, summed over customers. */
  readonly activeMonths: number;
}

/** A ledger while it is being filled. */
export class OpenLedger {
  revenueNano = 0n;
  invoicedNano = 0n;
  deferredNano = 0n;
  unbilledNano = 0n;
  requests = 0;
  tasks = 0;
  tokens = 0;
  inferenceNano = 0n;
  readonly inferenceByModel = new Map<string, bigint>();
  readonly inferenceByBasis: Record<CostBasis, bigint> = {
    billed: 0n,
    reported: 0n,
    derived: 0n,
    assumed: 0n,
  };
  readonly byMonth = new Map<Month, { revenueNano: bigint; inferenceNano: bigint }>();
  otherCogsNano: bigint | null = null;
  unpricedRequests = 0;
  unpricedTokens = 0;
  lacksRevenue = false;
  readonly #gaps = new Set<string>();
  readonly #months = new Set<Month>();
  #activeMonths = 0;

  get gaps(): readonly string[] {
    return [...this.#gaps];
  }

  get activeMonths(): number {
    return this.#activeMonths + this.#months.size;
  }

  addRevenue(month: Month, nano: bigint): void {
    this.revenueNano += nano;
    this.#addMonth(month, nano, 0n);
  }

  addInference(month: Month, model: string, basis: CostBasis, nano: bigint): void {
    this.inferenceNano += nano;
    this.inferenceByModel.set(model, (this.inferenceByModel.get(model) ?? 0n) + nano);
    this.inferenceByBasis[basis] += nano;
    this.#addMonth(month, 0n, nano);
  }

  addOtherCogs(nano: bigint): void {
    this.otherCogsNano = (this.otherCogsNano ?? 0n) + nano;
  }

  addGap(reason: string): void {
    this.#gaps.add(reason);
  }

  addRevenueGap(reason: string): void {
    this.lacksRevenue = true;
    this.addGap(reason);
  }

  addActiveMonth(month: Month): void {
    this.#months.add(month);
  }

  /** Adds all that another ledger holds. */
  add(other: Ledger): void {
    this.revenueNano += other.revenueNano;
    this.invoicedNano += other.invoicedNano;
    this.deferredNano += other.deferredNano;
    this.unbilledNano += other.unbilledNano;
    this.requests += other.requests;
    this.tasks += other.tasks;
    this.tokens += other.tokens;
    this.inferenceNano += other.inferenceNano;
    for (const [model, nano] of other.inferenceByModel) {
      this.inferenceByModel.set(model, (this.inferenceByModel.get(model) ?? 0n) + nano);
    }
    for (const basis of BASES) this.inferenceByBasis[basis] += other.inferenceByBasis[basis];
    for (const [month, { revenueNano, inferenceNano }] of other.byMonth) {
      this.#addMonth(month, revenueNano, inferenceNano);
    }
    if (other.otherCogsNano !== null) this.addOtherCogs(other.otherCogsNano);
    this.unpricedRequests += other.unpricedRequests;
    this.unpricedTokens += other.unpricedTokens;
    for (const gap of other.gaps) this.#gaps.add(gap);
    this.lacksRevenue ||= other.lacksRevenue;
    this.#activeMonths += other.activeMonths;
  }

  #addMonth(month: Month, revenueNano: bigint, inferenceNano: bigint): void {
    let amounts = this.byMonth.get(month);
    if (!amounts) this.byMonth.set(month, (amounts = { revenueNano: 0n, inferenceNano: 0n }));
    amounts.revenueNano += revenueNano;
    amounts.inferenceNano += inferenceNano;
  }
}

/** Where a cost may come from, best first. */
export const BASES = [
  "billed",
  "reported",
  "derived",
  "assumed",
] as const satisfies readonly CostBasis[];
