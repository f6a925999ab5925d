import { withoutPersonalData } from "./personal-data";

/** Where a record stands: its line in a text file, or its place in a JSON document. */
export type Place = { readonly line: number } | { readonly path: string };

/** What is wrong with a cell. */
export interface Fault {
  readonly column: string;
  readonly expected: string;
  readonly received: string;
}

/** A record that was not read, and why. */
export type Problem = Place & Fault;

const SHOWN = 80;

/** What a cell holds, as far as a list of problems may show it: short, and of no person. */
export function shown(text: string | null): string {
  if (text === null || text === "") return "nothing";
  const harmless = withoutPersonalData(text);
  return harmless.length > SHOWN ? `${harmless.slice(0, SHOWN)}…` : harmless;
}
