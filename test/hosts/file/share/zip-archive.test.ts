import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, zipSync } from "fflate";
import { inflated } from "../../../../src/hosts/file/share/inflate";
import { archiveEntries, archiveOf } from "../../../../src/hosts/file/share/zip-archive";

const PARTS = {
  "a.xml": strToU8("<a>".repeat(500)),
  "b/bild-ä.png": Uint8Array.of(1, 2, 3),
  "empty.xml": new Uint8Array(),
};

/** An archive as programs write it that do not know sizes beforehand: they follow each part. */
function streamed(): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((_, chunk) => chunks.push(chunk));
  for (const [name, bytes] of Object.entries(PARTS)) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(bytes, true);
  }
  zip.end();
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

describe("an archive", () => {
  test.each([
    ["with sizes before the parts", zipSync(PARTS)],
    ["with sizes after the parts", streamed()],
    ["with parts that are not packed", zipSync(PARTS, { level: 0 })],
    ["with a comment at its end", withComment(zipSync(PARTS), "made by hand")],
  ])("%s gives its parts and is written anew with the same", (_, bytes) => {
    const entries = archiveEntries(bytes);
    expect(entries.map(({ name }) => name)).toEqual(Object.keys(PARTS));
    expect(entries.map((entry) => [...inflated(entry)])).toEqual(
      Object.values(PARTS).map((part) => [...part]),
    );
    expect(unzipSync(archiveOf(entries))).toEqual(PARTS);
  });

  test("keeps the bytes of names that are not in UTF-8", () => {
    // A time of its own: that of the test could hold the byte that is counted.
    const bytes = zipSync({ "x.png": Uint8Array.of(1) }, { mtime: new Date(2026, 0, 1) });
    // In the code page of MS-DOS 0x84 is "ä".
    const named = Uint8Array.from(bytes, (byte, i) =>
      strFromU8(bytes.subarray(i, i + 5), true) === "x.png" ? 0x84 : byte,
    );
    const written = archiveOf(archiveEntries(named));
    expect([...written].filter((byte) => byte === 0x84)).toHaveLength(2);
    expect(archiveEntries(written).map(({ name }) => name)).toEqual(["\u0084.png"]);
  });

  test("states sizes in 64 bits where it must", () => {
    const bytes = zipSync({ "a.xml": [strToU8("<a/>"), { extra: { 1: longSizes(4) } }] });
    const view = new DataView(bytes.buffer);
    const at = findLine(bytes);
    view.setUint32(at + 24, 0xffffffff, true);
    expect(archiveEntries(bytes)[0]?.size).toBe(4);
  });
});

function withComment(bytes: Uint8Array, comment: string): Uint8Array {
  const copy = Uint8Array.from([...bytes, ...strToU8(comment)]);
  new DataView(copy.buffer).setUint16(bytes.length - 2, comment.length, true);
  return copy;
}

function longSizes(size: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(size), true);
  return bytes;
}

/** Where the line of the only part stands in the table of contents. */
function findLine(bytes: Uint8Array): number {
  return new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
}
