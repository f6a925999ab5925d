/** What an average task of real usage takes of one model. */
export interface ModelUse {
  readonly provider: string | null;
  readonly model: string | null;
  readonly calls: number;
  /** Input that neither came from a cache nor was written to one, tokens. */
  readonly uncached: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
  readonly output: number;
  /** In the currency of the task; null where it is not known. */
  readonly cost: number | null;
}

/** An average task of real usage, by model, the dearest first. */
export interface TaskUse {
  readonly currency: string;
  readonly models: readonly ModelUse[];
}

/** Several models as one: their calls, tokens and costs together. */
export function together(models: readonly ModelUse[], name: string): ModelUse {
  const sum = (of: (use: ModelUse) => number) => models.reduce((all, use) => all + of(use), 0);
  const known = models.every(({ cost }) => cost !== null);
  return {
    provider: null,
    model: name,
    calls: sum(({ calls }) => calls),
    uncached: sum(({ uncached }) => uncached),
    cacheRead: sum(({ cacheRead }) => cacheRead),
    cacheWrite: sum(({ cacheWrite }) => cacheWrite),
    output: sum(({ output }) => output),
    cost: known ? sum(({ cost }) => cost ?? 0) : null,
  };
}
