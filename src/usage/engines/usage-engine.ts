import type { Run } from "../../workbook/host";
import type { Answers, Question } from "../answers";
import type { Format, UsageFormat } from "../format";
import type { Overlap } from "../overlaps";
import type { Problem } from "../problem";
import type { Tally } from "../read/collect";
import type { UsageRow } from "../usage-row";
import type { UsageSummary } from "../usage-summary";

export type { Run };

/** How the first records of a file read in a format. */
export interface Reading {
  readonly questions: readonly Question[];
  readonly notes: readonly string[];
  /** Columns with personal data, which are not read. */
  readonly dropped: readonly string[];
  /** The first rows; none as long as a question needs an answer. */
  readonly preview: readonly UsageRow[];
  /** What is wrong with the first records. */
  readonly problems: readonly Problem[];
}

/** What a file turned out to be, by its beginning. */
export type Inspection =
  /** More than one format: the user has to say which. */
  | {
      readonly kind: "recognised";
      readonly candidates: readonly {
        readonly format: Format;
        readonly because: readonly string[];
        /** All the columns that it has. */
        readonly columns: readonly string[];
      }[];
    }
  /** No format: its columns have to be mapped. */
  | { readonly kind: "unknown"; readonly columns: readonly string[] }
  | { readonly kind: "unusable"; readonly name: string; readonly instead: string }
  | { readonly kind: "unreadable"; readonly why: string }
  | { readonly kind: "empty" };

/** A file of usage, and how it is to be read. */
export interface UsageFile {
  readonly file: File;
  readonly format: UsageFormat;
  readonly answers?: Answers;
}

/** What became of a file. */
export type Outcome = { readonly name: string } & (
  | { readonly kind: "loaded"; readonly id: number }
  /** Something in it has to be answered first; nothing of it was loaded. */
  | { readonly kind: "ask"; readonly questions: readonly Question[] }
  /** The same bytes were loaded before, under this name; they do not count twice. */
  | { readonly kind: "same"; readonly as: string }
  | { readonly kind: "failed"; readonly why: string }
);

/**
 * What is loaded of a file, after records of other files with the same ids were set off: records
 * read are rows, rejected ones, those left out and duplicates.
 */
export interface LoadedFile {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly format: Pick<UsageFormat, "id" | "name" | "family" | "describes">;
  readonly loadedAt: number;
  readonly recordsRead: number;
  /** What all records state that they cost, summed up as they were read: billionths by currency. */
  readonly amountsRead: Tally["amounts"];
  readonly rows: Pick<Tally, "rows" | "amounts">;
  /** Amounts as far as they could be read. */
  readonly rejected: Pick<Tally, "rows" | "amounts">;
  readonly leftOut: readonly Tally[];
  readonly duplicates: Tally;
  /** What is wrong with rejected records: the first of them, and how many there are. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** First instant, and first instant after, of its rows; null where it has none. */
  readonly start: number | null;
  readonly end: number | null;
  readonly providers: readonly string[];
  readonly notes: readonly string[];
  readonly dropped: readonly string[];
}

/** Rows of a file without ids of their own that another file holds, too, in everything equal. */
export interface Repetition {
  readonly names: readonly [string, string];
  /** Rows of the first that the second holds. */
  readonly rows: number;
}

export interface Loaded {
  readonly outcomes: readonly Outcome[];
  /** All files in the engine, by their ids. */
  readonly files: readonly LoadedFile[];
  /** Pairs of files of which only one may count. */
  readonly overlaps: readonly Overlap[];
  readonly repetitions: readonly Repetition[];
}

/** A model as usage names it. */
export interface UsedModel {
  readonly provider: string | null;
  readonly model: string | null;
}

/** What the user says about the prices of a model that usage names. */
export type ModelPricing = UsedModel &
  (
    | {
        /** A model of the catalog whose prices hold: its id, or provider:model. */
        readonly catalogModel: string;
      }
    | {
        /** $ per million tokens; they hold for every day, tier and batch. */
        readonly prices: {
          readonly input: number;
          readonly output: number;
          readonly cacheRead?: number;
          readonly cacheWrite5m?: number;
          readonly cacheWrite1h?: number;
        };
      }
  );

/** What is summed up, and at which prices. */
export interface SummaryOptions {
  readonly pricing?: readonly ModelPricing[];
  /** Ids of files that do not count. */
  readonly without?: readonly number[];
  /** Customers with several ids in usage: each id, and the one that all of them mean. */
  readonly parties?: readonly (readonly [customerId: string, party: string])[];
}

/** A model with usage that has no cost. */
export interface UnpricedModel extends UsedModel {
  readonly reasons: readonly string[];
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export interface Summarized {
  readonly summary: UsageSummary;
  readonly unpriced: readonly UnpricedModel[];
  /**
   * Totals of several requests with more input than a threshold above which a prompt is dearer:
   * which of their requests were longer is not known, so they are priced as if none was.
   */
  readonly unknownPromptLengths: number;
}

/** Holds usage and sums it up; nothing of it leaves the device. */
export interface UsageEngine {
  /** What a file is. */
  readonly inspect: (file: File) => Promise<Inspection>;
  /** How the first records of a file read. */
  readonly preview: (file: UsageFile) => Promise<Reading>;
  /**
   * Loads files beside those that it holds.
   *
   * @throws what the run's signal was aborted with; nothing of these files is loaded then
   */
  readonly load: (files: readonly UsageFile[], run: Run) => Promise<Loaded>;
  readonly summarize: (options: SummaryOptions, run: Run) => Promise<Summarized>;
  /** Forgets all usage. */
  readonly clear: () => Promise<void>;
  /** Ends the engine. */
  readonly close: () => void;
}
