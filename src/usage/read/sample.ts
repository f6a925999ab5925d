import type { Question } from "../answers";
import type { Columns } from "../source/columns";

/** Records of an export, looked at to settle how it is read. */
export interface Sample<R> {
  readonly columns: Columns<R>;
  readonly records: readonly R[];
  /** How many more could not be taken apart into cells; 0 if omitted. */
  readonly broken?: number;
  /** What separates its columns; undefined for JSON, whose numbers have a point. */
  readonly delimiter: string | undefined;
}

/** Something settled by an answer, a statement or evidence; with a question where it is not. */
export interface Settled<T> {
  readonly value: T;
  readonly question?: Question;
  readonly note?: string;
}
