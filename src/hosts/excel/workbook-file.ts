import { HostError } from "../../workbook/host";

/** The most that Office.js hands out at once. */
const SLICE_BYTES = 4_194_304;

const NOT_HANDED_OUT =
  "Excel does not hand out the workbook. Save a copy of it (File, Save a Copy), and drop the copy here.";

type Callback<T> = (result: Office.AsyncResult<T>) => void;

/** What a call of Office's older kind gives. */
function answer<T>(ask: (callback: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new HostError(NOT_HANDED_OUT, `${error.code} ${error.name}: ${error.message}`));
    });
  });
}

async function bytesOf(file: Office.File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let at = 0;
  for (let i = 0; i < file.sliceCount; i++) {
    const { data } = await answer<Office.Slice>((callback) => {
      file.getSliceAsync(i, callback);
    });
    // Numbers, or the bytes themselves: both are array-like.
    const slice = Uint8Array.from(data as ArrayLike<number>);
    if (at + slice.length > bytes.length) break;
    bytes.set(slice, at);
    at += slice.length;
  }
  // Excel on the web has been seen to succeed with nothing (github.com/OfficeDev/office-js issue 5473).
  if (at === 0 || at < bytes.length) {
    throw new HostError(NOT_HANDED_OUT, `${at} of ${bytes.length} bytes came`);
  }
  return bytes;
}

/** Not every address is encoded: there a percent sign is one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The last part of a path or address; a workbook that was never saved has none. */
function nameIn(url: string): string {
  const isAddress = /^https?:/i.test(url);
  const path = isAddress ? decoded(url.replace(/[?#].*$/, "")) : url;
  return path.split(/[\\/]/).at(-1) || "Workbook.xlsx";
}

/**
 * The open workbook as the bytes of its file, with what is not saved yet.
 *
 * @throws HostError in words for the user, where Excel hands it out not at all or in part
 */
export async function workbookFile(): Promise<{
  readonly name: string;
  readonly bytes: Uint8Array;
}> {
  const { document } = Office.context;
  const file = await answer<Office.File>((callback) => {
    document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, callback);
  });
  try {
    return { name: nameIn(document.url || ""), bytes: await bytesOf(file) };
  } finally {
    // Office keeps two files at most: one that is left open would be in the way of the next.
    file.closeAsync();
  }
}
