/** Whether bytes are the first ones of others. */
export function isSame(one: Uint8Array, other: Uint8Array, length: number): boolean {
  if (one.length !== length) return false;
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}
