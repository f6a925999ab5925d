import { HostError } from "../../workbook/host";

const LOCKED =
  "Excel does not allow the change: the workbook is open for reading only, or the sheet or the workbook is protected";
const EDITING = "A cell is being edited: press Enter or Esc there, then try again";
const LOST = "Excel did not answer in time: try again";

/** What Excel's error codes mean, in words for the user. */
const REASONS: Readonly<Record<string, string>> = {
  AccessDenied: LOCKED,
  InvalidOperationInCellEditMode: EDITING,
  RequestPayloadSizeLimitExceeded: "That is more than Excel takes at once",
  ResponsePayloadSizeLimitExceeded:
    "That is more than Excel hands out at once: choose a smaller range",
  ItemAlreadyExists: "The name is taken already",
  InvalidSelection: "Select a cell first",
  WriteNotSupportedWhenModalDialogOpen: "A dialog is open in Excel: close it, then try again",
  ActivityLimitReached: "Excel is busy: wait a moment, then try again",
  Timeout: LOST,
  ConnectionFailure: LOST,
  InvalidOrTimedOutSession: "The session with Excel has ended: reload the workbook, then try again",
};

/** What to copy into a report: no data of the workbook. */
function detailsOf({ code, message, debugInfo }: OfficeExtension.Error): string {
  const location = debugInfo.errorLocation;
  return `${code}: ${message}${location ? ` (at ${location})` : ""}`;
}

/**
 * An error as the pane shows it.
 *
 * @param failure what could not be done, as a sentence without its full stop
 */
export function hostError(failure: string, error: unknown): HostError {
  if (error instanceof HostError) return error;
  const cause = { cause: error };
  if (error instanceof OfficeExtension.Error) {
    const reason = REASONS[error.code] ?? `Excel says: ${error.message.replace(/\.$/, "")}`;
    return new HostError(`${failure}. ${reason}.`, detailsOf(error), cause);
  }
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new HostError(`${failure}.`, details, cause);
}
