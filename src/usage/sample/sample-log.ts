import { randomNumbers } from "../fit/random-numbers";
import { customerCount, sampleCustomers } from "./sample-customers";
import { sampleTask, type SampleStep } from "./sample-tasks";

const COLUMNS =
  "request_id,call_type,api_key,spend,total_tokens,prompt_tokens,completion_tokens,startTime,endTime,model,model_group,custom_llm_provider,user,metadata,cache_hit,end_user,session_id,status";

const FIRST = Date.UTC(2026, 5, 1);
const AFTER = Date.UTC(2026, 8, 1);
/** Shares of rows that are wrong, and of requests that name no customer. */
const WRONG = 0.004;
const TWICE = 0.003;
const NOBODY = 0.03;

/** The first of sums that is above a number. */
function placeOf(sums: Float64Array, wanted: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function time(at: number): string {
  return new Date(at).toISOString().replace("T", " ").slice(0, 23);
}

interface Place {
  readonly id: string;
  readonly session: string;
  readonly customer: string;
  readonly at: number;
}

function metadata({ cacheRead, cacheWrite, reasoning }: SampleStep): string {
  const values = {
    ...(cacheRead > 0 && { cache_read_input_tokens: cacheRead }),
    ...(cacheWrite > 0 && { cache_creation_input_tokens: cacheWrite }),
    ...(reasoning > 0 && { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
  const text = JSON.stringify({ status: "success", additional_usage_values: values });
  return `"${text.replaceAll('"', '""')}"`;
}

function cellsOf(step: SampleStep, { id, session, customer, at }: Place): string[] {
  return [
    id,
    step.callType,
    "sk-sample",
    String(Number(step.spend.toFixed(9))),
    String(step.prompt + step.output),
    String(step.prompt),
    String(step.output),
    time(at),
    time(at + Math.round(step.seconds * 1000)),
    step.model,
    step.model,
    step.provider,
    "",
    metadata(step),
    step.isFromCache ? "True" : "None",
    customer,
    session,
    "success",
  ];
}

function replaced(cells: readonly string[], place: number, text: string): string[] {
  return cells.map((cell, i) => (i === place ? text : cell));
}

/** What goes wrong in real exports, one after the other. */
const FAULTS: readonly ((cells: string[]) => string[])[] = [
  (cells) => replaced(cells, 5, "n/a"),
  (cells) => replaced(cells, 7, "yesterday"),
  (cells) => cells.slice(0, 9),
  (cells) => replaced(cells, 3, "12.5 USD?"),
  (cells) => replaced(cells, 6, "-1"),
];

/**
 * A log of requests to models as LiteLLM's table of spend has it, line by line: three months of
 * customers with a heavy tail, several models, agents with steps, cached tokens, a model without
 * a price, requests of nobody, rows that come twice and rows that cannot be read. The same seed
 * gives the same log.
 *
 * @param rows without the line of headings, 1 or more
 */
export function* sampleLog(rows: number, seed: number): Generator<string, void, undefined> {
  const customers = sampleCustomers(customerCount(rows), seed);
  const random = randomNumbers(seed + 1);
  const sums = new Float64Array(customers.length);
  let sum = 0;
  for (const [i, { weight }] of customers.entries()) sums[i] = sum += weight;
  yield COLUMNS;
  let [written, tasks, faults] = [0, 0, 0];
  let last: string | null = null;
  while (written < rows) {
    // Tasks come ever closer together: usage grows by two thirds, 1.25 / 0.75.
    const progress = written / rows;
    const at = FIRST + (AFTER - FIRST) * (1.25 * progress - 0.25 * progress ** 2) * 0.9999;
    const customer = customers[placeOf(sums, random() * sum)]?.id ?? "";
    const task = {
      session: `task-${++tasks}`,
      customer: random() < NOBODY ? "" : customer,
    };
    let elapsed = 0;
    for (const step of sampleTask(random)) {
      if (written >= rows) return;
      const place = { ...task, id: `req-${written + 1}`, at: Math.floor(at) + elapsed };
      const cells = cellsOf(step, place);
      elapsed += Math.round(step.seconds * 1000);
      const fate = random();
      const again: string | null = fate < TWICE ? last : null;
      const fault = FAULTS[faults % FAULTS.length];
      const isWrong = fate > 1 - WRONG && fault !== undefined;
      if (isWrong) faults++;
      const line: string = again ?? (isWrong ? fault(cells) : cells).join(",");
      yield line;
      last = isWrong ? last : line;
      written++;
    }
  }
}
