/** Whether two scenarios would have the same name to a reader. */
export function isSameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

export function isNameTaken(name: string, taken: readonly string[]): boolean {
  return taken.some((one) => isSameName(one, name));
}
