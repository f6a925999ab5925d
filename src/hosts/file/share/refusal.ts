import { HostError } from "../../../workbook/host";

/** A sentence on what was received and one on what to do; the details say what was found. */
export function refusal(received: string, advice: string, details: string): HostError {
  return new HostError(`${received} ${advice}`, `${details}\nThe file has not been changed.`);
}

const SAVE_AS_XLSX = "Open it in Excel, save it as Excel Workbook (.xlsx) and take that file.";
const TAKE_ORIGINAL =
  "Take the original once more, or open it in Excel and save it under a new name.";

export function damaged(details: string): HostError {
  return refusal("This file is damaged, so it cannot be read.", TAKE_ORIGINAL, details);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** Where a text of two bytes a character, as old files name their parts, stands in the bytes. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wanted = Uint8Array.from(text, (character) => character.charCodeAt(0));
  for (
    let at = bytes.indexOf(wanted[0] ?? 0);
    at >= 0;
    at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  ) {
    if (wanted.every((byte, i) => bytes[at + i * 2] === byte && bytes[at + i * 2 + 1] === 0)) {
      return true;
    }
  }
  return false;
}

/** The first bytes of compound files ([MS-CFB] 2.2) and of .zip files. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];

function compoundRefusal(bytes: Uint8Array): HostError {
  if (holdsWide(bytes, "EncryptedPackage")) {
    return refusal(
      "This workbook is protected with a password, so it cannot be read.",
      "Open it in Excel, take the password off (File > Info > Protect Workbook > Encrypt with Password), save it and take that file.",
      "It is a compound file with a stream named EncryptedPackage.",
    );
  }
  if (holdsWide(bytes, "Workbook") || holdsWide(bytes, "Book")) {
    return refusal(
      "This is a workbook in the format of Excel 97-2003 (.xls), which cannot be read.",
      SAVE_AS_XLSX,
      "It is a compound file with a stream named Workbook or Book.",
    );
  }
  return refusal(
    "This is a file of an older Office program and no .xlsx workbook.",
    "If it is a workbook, open it in Excel and save it as Excel Workbook (.xlsx).",
    "It is a compound file without a workbook.",
  );
}

/** Why bytes are no .xlsx file before anything in them is read; undefined where they may be one. */
export function refusalOfBytes(bytes: Uint8Array): HostError | undefined {
  if (bytes.length === 0) {
    return refusal("This file is empty.", TAKE_ORIGINAL, "It has 0 bytes.");
  }
  if (startsWith(bytes, COMPOUND)) return compoundRefusal(bytes);
  if (startsWith(bytes, ARCHIVE)) return undefined;
  return refusal(
    "This is no .xlsx workbook.",
    `Take a file that Excel has saved as Excel Workbook. ${SAVE_AS_XLSX}`,
    `It begins with the bytes ${[...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ")} and not with 50 4b 03 04.`,
  );
}

/** Why an archive without the parts of an Office file is no workbook. */
export function refusalOfArchive(mimeType: string | undefined): HostError {
  if (mimeType?.includes("opendocument")) {
    return refusal(
      "This is an OpenDocument file and no .xlsx workbook.",
      "Open it in Excel or LibreOffice and save it as .xlsx.",
      `Its type is ${mimeType}.`,
    );
  }
  return refusal(
    "This is a .zip archive and no workbook.",
    "If there are workbooks in it, unpack it and take one of them.",
    "It has no part [Content_Types].xml.",
  );
}

/** Why a package of this main type is no workbook that can be read; undefined where it is one. */
export function refusalOfType(contentType: string): HostError | undefined {
  const details = `The type of its main part is ${contentType}.`;
  if (contentType.includes("spreadsheetml") || contentType.includes("ms-excel.")) {
    if (/\+xml$/i.test(contentType)) return undefined;
    return refusal(
      "This is a binary workbook (.xlsb), which cannot be read.",
      SAVE_AS_XLSX,
      details,
    );
  }
  const program = contentType.includes("word")
    ? "a Word document"
    : contentType.includes("presentation") || contentType.includes("powerpoint")
      ? "a PowerPoint presentation"
      : "an Office file of another kind";
  return refusal(`This is ${program} and no workbook.`, "Take an .xlsx file.", details);
}
