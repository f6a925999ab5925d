import fc from "fast-check";
import { unzipSync } from "fflate";
import { readBook } from "../../../../src/hosts/file/share/read-book";
import { HostError } from "../../../../src/workbook/host";
import { fileOf } from "./file-of";
import { wholeFile } from "./whole-file";

const FILE = wholeFile();
const PARTS = unzipSync(FILE);
const READ = Object.keys(PARTS).filter((path) => /\.(?:xml|rels)$/.test(path));

/** Whether bytes are read, or refused in words for the user. */
function isAnswered(bytes: Uint8Array): boolean {
  try {
    return readBook(bytes).sheets.length >= 0;
  } catch (error) {
    if (error instanceof HostError) return error.details.endsWith("has not been changed.");
    throw error;
  }
}

const SETTINGS = { seed: 20260901, numRuns: 100 };

test("answers whatever bytes of a file are changed", () => {
  const change = fc.record({ at: fc.nat(FILE.length - 1), to: fc.nat(255) });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const bytes = FILE.slice();
      for (const { at, to } of changes) bytes[at] = to;
      return isAnswered(bytes);
    }),
    SETTINGS,
  );
});

test("answers wherever a file ends too soon", () => {
  fc.assert(
    fc.property(fc.nat(FILE.length - 1), (length) => isAnswered(FILE.slice(0, length))),
    SETTINGS,
  );
});

test("answers whatever piece of a part is missing or stands twice", () => {
  const piece = fc.record({
    path: fc.constantFrom(...READ),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    isTwice: fc.boolean(),
  });
  fc.assert(
    fc.property(piece, ({ path, from, length, isTwice }) => {
      const part = PARTS[path] ?? new Uint8Array();
      const at = Math.floor(from * part.length);
      const kept = isTwice ? at : Math.min(at + length, part.length);
      const end = isTwice ? Math.min(at + length, part.length) : at;
      const damaged = Uint8Array.from([...part.subarray(0, end), ...part.subarray(kept)]);
      return isAnswered(fileOf({ ...PARTS, [path]: damaged }));
    }),
    SETTINGS,
  );
});
