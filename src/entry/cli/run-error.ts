/** Everything that stops a run, a line each. */
export class RunError extends Error {
  override readonly name = "RunError";
}
