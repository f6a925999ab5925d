import type { Answers, Format, Import, Question } from "../../../usage";
import type { Inspection, Reading } from "../../../usage/engines/usage-engine";

/** A file of revenue or of other costs, read whole. */
export type ReadLines = Extract<Import, { readonly kind: "revenue" | "costs" }> & {
  readonly sha256: string;
  readonly readAt: number;
};

/** How far a file is read in the format chosen for it. */
export type FileReading =
  | { readonly kind: "reading" }
  /** Questions that need an answer first. */
  | { readonly kind: "ask" }
  | { readonly kind: "usage"; readonly reading: Reading }
  | { readonly kind: "lines"; readonly lines: ReadLines }
  | { readonly kind: "failed"; readonly why: string };

/** The format of a file, and the answers with which it is read. */
export interface Choice {
  readonly format: Format;
  /** The columns by which it was recognised; none where the user mapped them. */
  readonly because: readonly string[];
  /** All its columns. */
  readonly columns: readonly string[];
  readonly answers: Answers;
  /** Those of the answers that were given for a file before, with the same columns. */
  readonly kept: Answers;
  /** Whether its columns are mapped as those of a file before. */
  readonly hasKeptMapping: boolean;
  /** Every question that came up, answered or not. */
  readonly asked: readonly Question[];
  readonly reading: FileReading;
}

/** A file that was dropped or chosen; its name is no other's. */
export interface ImportFile {
  readonly id: number;
  readonly file: File;
  /** What it is; undefined while that is being found out. */
  readonly inspection?: Inspection;
  readonly choice?: Choice;
}

/** The questions asked so far, with those that came up now. */
export function withQuestions(
  asked: readonly Question[],
  questions: readonly Question[],
): readonly Question[] {
  const now = new Map(questions.map((question) => [question.about, question]));
  const before = asked.map((question) => now.get(question.about) ?? question);
  const known = new Set(asked.map(({ about }) => about));
  return [...before, ...questions.filter(({ about }) => !known.has(about))];
}

/** Answers with one of them changed; undefined takes it back. */
export function withAnswer(
  answers: Answers,
  about: keyof Answers,
  value: string | undefined,
): Answers {
  const others = Object.entries(answers).filter(([key]) => key !== about);
  return Object.fromEntries(value === undefined ? others : [...others, [about, value]]);
}

/** Answers without some of them. */
export function withoutAnswers(answers: Answers, questions: readonly Question[]): Answers {
  return questions.reduce((left, { about }) => withAnswer(left, about, undefined), answers);
}

/** A name that none of the others has: "usage.csv" becomes "usage (2).csv". */
export function freeFileName(name: string, taken: readonly string[]): string {
  const [, stem = name, ending = ""] = /^(.*?)((?:\.[^.]{1,8}){0,2})$/.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.includes(free); count++) free = `${stem} (${count})${ending}`;
  return free;
}
