import type { SummaryOptions, UsageEngine, UsageFile } from "../usage-engine";

/** What is asked of an engine in another thread: the methods of UsageEngine without their runs. */
export type Call =
  | { readonly method: "inspect"; readonly file: File }
  | { readonly method: "preview"; readonly file: UsageFile }
  | { readonly method: "load"; readonly files: readonly UsageFile[] }
  | { readonly method: "summarize"; readonly options: SummaryOptions }
  | { readonly method: "clear" };

export type Result<M extends Call["method"]> = Awaited<ReturnType<UsageEngine[M]>>;

/** From the one who asks; answers carry the id of what they answer. */
export type Request = { readonly id: number } & (
  { readonly call: Call } | { readonly isCancelled: true }
);

export type Answer = { readonly id: number } & (
  | { readonly progress: readonly [phase: string, done: number] }
  | { readonly result: unknown }
  | { readonly error: string }
);

/** One end of a line between two threads; what it carries is copied. */
export interface Line {
  readonly send: (message: Request | Answer) => void;
  readonly listen: (hear: (message: unknown) => void) => void;
}
