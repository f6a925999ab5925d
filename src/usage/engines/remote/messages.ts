import type { Run, SummaryOptions, UsageEngine, UsageFile } from "../usage-engine";

/** What is asked of an engine in another thread: the methods of UsageEngine without their runs. */
export type Call =
  | { readonly method: "inspect"; readonly file: File }
  | { readonly method: "preview"; readonly file: UsageFile }
  | { readonly method: "load"; readonly files: readonly UsageFile[] }
  | { readonly method: "summarize"; readonly options: SummaryOptions }
  | { readonly method: "clear" };

export type Result<M extends Call["method"]> = Awaited<ReturnType<UsageEngine[M]>>;

/** How far an engine is. */
export type Progress = Readonly<Parameters<Run["onProgress"]>>;
