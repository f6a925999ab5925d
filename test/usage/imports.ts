import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Answers,
  type Import,
  type Importable,
  importText,
  type Question,
} from "../../src/usage";

type UsageImport = Extract<Import, { kind: "usage" }>;
type RevenueImport = Extract<Import, { kind: "revenue" }>;

const FIXTURES = join(__dirname, "..", "fixtures", "usage");

/** An export of test/fixtures/usage. */
export function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), "utf8");
}

/** The one format that a text is recognised as. */
export function recognised(text: string): Importable {
  const found = importText(text);
  if (found.kind !== "recognised") throw new Error(`not recognised: ${JSON.stringify(found)}`);
  if (found.candidates.length > 1) {
    throw new Error(`ambiguous: ${found.candidates.map(({ format }) => format.id).join(", ")}`);
  }
  return found.candidates[0];
}

/** The usage in an importable text. */
export function readUsage(importable: Importable, answers: Answers = {}): UsageImport {
  const result = importable.read(answers);
  if (result.kind !== "usage") throw new Error(`no usage: ${JSON.stringify(result)}`);
  return result;
}

/** The usage in a text. */
export function usageIn(text: string, answers: Answers = {}): UsageImport {
  return readUsage(recognised(text), answers);
}

/** The revenue in a text. */
export function revenueIn(text: string, answers: Answers = {}): RevenueImport {
  const result = recognised(text).read(answers);
  if (result.kind !== "revenue") throw new Error(`no revenue: ${JSON.stringify(result)}`);
  return result;
}

/** What has to be answered before a text can be read. */
export function neededAnswers(importable: Importable, answers: Answers = {}): Question[] {
  const result = importable.read(answers);
  return result.kind === "ask" ? result.questions.filter(({ isNeeded }) => isNeeded) : [];
}

/** What the needed questions are about. */
export function asks(text: string, answers: Answers = {}): string[] {
  return neededAnswers(recognised(text), answers).map(({ about }) => about);
}

/** The text with a cell's text, of which there is one, replaced. */
export function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`${from} is not in the text`);
  return text.replace(from, to);
}

/** A row of usage without what is null, 0 or false, so that a test names what a format reads. */
export function filled(row: object): object {
  return Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== 0 && value !== false),
  );
}

/** An instant of UTC, such as "2026-07-02" or "2026-07-02T10:00:00Z". */
export function at(text: string): number {
  return Date.parse(text);
}
