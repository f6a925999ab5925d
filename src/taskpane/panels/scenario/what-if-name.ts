const WHAT_IF = /^What if(?: (\d+))?: /;

/** A name for the same inputs in another scenario: "What if: …", then "What if 2: …". */
export function whatIfName(name: string): string {
  const before = WHAT_IF.exec(name);
  if (!before) return `What if: ${name}`;
  return `What if ${Number(before[1] ?? 1) + 1}: ${name.slice(before[0].length)}`;
}
