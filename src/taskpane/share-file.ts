import type { ShareReport } from "../workbook/share/share-report";
import type { SavedFile } from "./save-file";

/** What users are told of a file that was copied. */
export interface CopyFacts {
  readonly isMacroEnabled: boolean;
  readonly isSigned: boolean;
  readonly calculatesOnOpening: boolean;
}

/** A share-safe copy of a file, where it is, and what was done to make it one. */
export interface SharedCopy {
  readonly report: ShareReport;
  readonly facts: CopyFacts;
  readonly saved: SavedFile;
}

/**
 * Hands a share-safe copy of a workbook to the user.
 *
 * @param name of the file, such as "Plan.xlsx"; the copy is named after it
 * @param preparedBy as the user typed it, or nothing
 * @throws HostError in words for the user, for what is no workbook that can be read
 */
export type ShareFile = (
  bytes: Uint8Array,
  name: string,
  preparedBy?: string,
) => Promise<SharedCopy>;

/** The bytes of a workbook and what it is called. */
export interface WorkbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
