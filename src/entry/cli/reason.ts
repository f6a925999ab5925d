/** What an error of Node says, without the name of its kind. */
export function reason(error: unknown): string {
  return String(error).replace(/^\w*Error(?: \[\w+\])?: /, "");
}
