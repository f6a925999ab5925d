import { parseError } from "@clickhouse/client-web";
import { keepDigits } from "./cells";
import { ClickHouseError } from "./connection";

/** A short answer as it is. */
export function textOf(answer: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(answer).text();
}

export function brokenOff(message: string): ClickHouseError {
  return new ClickHouseError(
    "broken-off",
    message,
    "Nothing was taken over. Run it again once the server and the network are well.",
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What JSON says, with every digit; undefined where it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(keepDigits(json));
  } catch {
    return undefined;
  }
}

/** The types of the columns, in the words of the server. */
export function typesOf(meta: readonly unknown[]): string[] {
  return meta.map((column) => (isRecord(column) ? String(column.type) : ""));
}

/** Throws what a server complained of in an answer that has begun, if it is clear. */
export function throwComplaint(text: string): void {
  const error = parseError(text);
  if ("code" in error) throw error;
}
