import { loadClient } from "./client";
import { Misuse } from "./errors";
import { Faults } from "./faults";
import { DELAY_FOR_CELL_EDIT, type RequestBody, type Response } from "./messages";
import { References } from "./references";
import { RequestRunner } from "./request-runner";
import { FakeWorkbook } from "./workbook";

/** Excel on the web refuses more, both ways. */
const PAYLOAD_LIMIT = 5_000_000;

/** One round trip. */
export interface SentRequest {
  readonly bytes: number;
  /** What was done, such as "WorksheetCollection.add", in order, up to an error. */
  readonly operations: readonly string[];
}

function failure(code: string): Response {
  return {
    HttpStatusCode: 400,
    ErrorCode: code,
    ErrorMessage: `${code}.`,
    Headers: null,
    Body: null,
  };
}

/** An Excel with one workbook in memory, behind Microsoft's own client library. */
export class FakeExcel {
  readonly workbook = new FakeWorkbook();
  readonly faults = new Faults();
  readonly requests: SentRequest[] = [];
  /** What the typings do not allow; thrown too, but code under test may swallow it. */
  readonly misuses: string[] = [];
  /** Called as a request arrives, with its number from 1: what others do at the same time. */
  onRequest: (number: number) => void = () => undefined;
  readonly #references = new References();
  #editing: { readonly ended: Promise<void>; readonly end: () => void } | undefined;

  /** Makes it the Excel that `Excel.run` works in. */
  constructor() {
    const { Excel, OfficeExtension, connect } = loadClient();
    Object.assign(globalThis, { Excel, OfficeExtension });
    connect((flags, body) => this.#execute(flags, body));
  }

  get roundTrips(): number {
    return this.requests.length;
  }

  get largestRequest(): number {
    return Math.max(0, ...this.requests.map(({ bytes }) => bytes));
  }

  /** Objects that Excel still keeps for the client. */
  get leakedReferences(): number {
    return this.#references.size;
  }

  /** A user starts to edit a cell. */
  startEditing(): void {
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#editing = { ended, end };
  }

  endEditing(): void {
    this.#editing?.end();
    this.#editing = undefined;
  }

  /** Fails where Excel's API was used as it cannot be, or references were left. */
  check(): void {
    if (this.misuses.length > 0) throw new Error(this.misuses.join("\n"));
    if (this.leakedReferences > 0) throw new Error(`${this.leakedReferences} references leaked`);
  }

  async #execute(flags: number, body: unknown): Promise<Response> {
    const text = JSON.stringify(body);
    const bytes = Buffer.byteLength(text);
    const operations: string[] = [];
    this.requests.push({ bytes, operations });
    const number = this.requests.length;
    this.onRequest(number);
    if (this.#editing) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return failure("InvalidOperationInCellEditMode");
      await this.#editing.ended;
    }
    const code = this.faults.ofRequest(number);
    if (code !== undefined) return failure(code);
    if (bytes > PAYLOAD_LIMIT) return failure("RequestPayloadSizeLimitExceeded");
    // A round trip through text, as the real one: undefined and NaN become null.
    const response = this.#run(JSON.parse(text) as RequestBody, operations);
    if (this.faults.isAnswerLost(number)) return failure("Timeout");
    return response;
  }

  #run(body: RequestBody, operations: string[]): Response {
    const before = (operation: string) => {
      this.faults.before(operation);
      operations.push(operation);
    };
    try {
      const runner = new RequestRunner(this.workbook, this.#references, before, body);
      const answer = JSON.stringify(runner.run());
      if (Buffer.byteLength(answer) > PAYLOAD_LIMIT) {
        return failure("ResponsePayloadSizeLimitExceeded");
      }
      return {
        HttpStatusCode: 200,
        ErrorCode: "",
        ErrorMessage: "",
        Headers: null,
        Body: JSON.parse(answer) as NonNullable<Response["Body"]>,
      };
    } catch (error) {
      if (error instanceof Misuse) this.misuses.push(error.message);
      throw error;
    }
  }
}
