import type { Area } from "../../workbook/plan";

/** Something to do on a new sheet, small enough for one request. */
export interface Task {
  /** What it takes in a request, in bytes; rather more than less. */
  readonly bytes: number;
  readonly enqueue: (sheet: Excel.Worksheet) => void;
}

// Excel on the web refuses requests of more than 5 MB; on the desktop small ones keep it responsive.
const REQUEST_BYTES = 500_000;

// Measured on requests of Microsoft's library, rounded up: a proxy is a path and instructions to
// follow it, a call is one instruction.
const PROXY_BYTES = 300;
const CALL_BYTES = 150;

const encoder = new TextEncoder();

/** The range of an area, for this request alone: Excel is not asked to keep track of it. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns).untrack();
}

/** The bytes of values in a request, which is JSON in UTF-8. */
export function bytesOf(values: unknown): number {
  return encoder.encode(JSON.stringify(values)).length;
}

/** The bytes of so many proxies and calls, without the values that they carry. */
export function bytesOfCalls(proxies: number, calls: number): number {
  return proxies * PROXY_BYTES + calls * CALL_BYTES;
}

/** Tasks in their order, as many to a request as it can take. */
export function inRequests<T extends { readonly bytes: number }>(tasks: readonly T[]): T[][] {
  const requests: T[][] = [];
  let left = 0;
  for (const task of tasks) {
    const last = requests.at(-1);
    if (last && task.bytes <= left) {
      last.push(task);
      left -= task.bytes;
    } else {
      requests.push([task]);
      left = REQUEST_BYTES - task.bytes;
    }
  }
  return requests;
}
