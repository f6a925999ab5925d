/** From the one who asks; answers carry the id of what they answer. */
export type Request = { readonly id: number } & (
  { readonly call: unknown } | { readonly isCancelled: true }
);

export type Answer = { readonly id: number } & (
  | { readonly progress: unknown }
  | { readonly result: unknown }
  | { readonly error: unknown }
  /** It was cancelled, and nothing of it goes on. */
  | { readonly isStopped: true }
);

/** One end of a line between two threads or pages; what it carries is copied. */
export interface Line {
  readonly send: (message: Request | Answer) => void;
  readonly listen: (hear: (message: unknown) => void) => void;
}

/** How far a piece of work at the other end is, and what cancels it. */
export interface LineRun<P> {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: P) => void;
}
