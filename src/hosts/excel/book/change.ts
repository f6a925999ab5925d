/** A part of what is to be changed, small enough for one request, that can be taken back. */
export interface Change {
  /** What it takes in a request, either way. */
  readonly bytes: number;
  readonly phase: string;
  /** What is there before, to be compared with what is there later. */
  readonly before: string;
  readonly enqueue: (context: Excel.RequestContext) => void;
  readonly takeBack: (context: Excel.RequestContext) => void;
}
