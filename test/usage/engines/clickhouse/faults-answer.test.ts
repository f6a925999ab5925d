import { readLines } from "../../../../src/usage/engines/clickhouse/read-lines";
import { readWhole } from "../../../../src/usage/engines/clickhouse/read-whole";

const META = '{"meta":[{"name":"n","type":"UInt64"},{"name":"s","type":"String"}]}\n';
const ROW = '{"row":[12345678901234567890, "Zoë\\n\\"7\\""]}\n';

/** The bytes of a text in pieces of a size, and what comes after them instead of an end. */
function stream(text: string, size: number, failure?: Error): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at < bytes.length) {
        controller.enqueue(bytes.subarray(at, at + size));
        at += size;
      } else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

describe("an answer in lines", () => {
  test.each([1, 2, 7, 64, 100_000])("is read whole in pieces of %i bytes", async (size) => {
    const progress = '{"progress":{"read_rows":"5","read_bytes":"40","total_rows_to_read":"9"}}\n';
    const told: unknown[] = [];
    const text = progress + META + ROW + ROW;
    const { rows, bytesReceived } = await readLines(stream(text, size), (figures) =>
      told.push(figures),
    );
    const row = ["12345678901234567890", 'Zoë\n"7"'];
    expect(rows).toEqual([row, row]);
    // ë takes two bytes in each of the two rows.
    expect(bytesReceived).toBe(text.length + 2);
    expect(told).toEqual([{ rowsRead: 5, bytesRead: 40, totalRows: 9 }]);
  });

  test.each([
    ["nothing at all", ""],
    ["progress alone", '{"progress":{"read_rows":"5"}}\n'],
    ["a row that breaks off", `${META}${ROW}{"row":[1, "a`],
    ["a row before its columns", ROW],
    ["a line that is none", `${META}${ROW}\r\n`],
    ["a web page", "<html>\n</html>\n"],
  ])("is broken off with %s", async (_, text) => {
    await expect(readLines(stream(text, 10))).rejects.toMatchObject({ kind: "broken-off" });
  });

  const MESSAGE =
    "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 26.7.2.1)";

  test.each([
    [
      "between marks",
      `${META}${ROW}\r\n__exception__\r\nabcdefghijklmnop\n${MESSAGE}\n98 abcdefghijklmnop\r\n__exception__\r\n`,
    ],
    ["as a line", `${META}${ROW}${JSON.stringify({ exception: MESSAGE })}\n`],
    ["as text after rows", `${META}${ROW}${MESSAGE}\n`],
    ["in the middle of a row", `${META}${ROW}{"row":[1, "a${MESSAGE}\n`],
  ])("fails with what the server complains of %s, however it ends", async (_, text) => {
    for (const failure of [undefined, new TypeError("terminated")]) {
      await expect(readLines(stream(text, 7, failure))).rejects.toMatchObject({
        code: "241",
        message: "Memory limit exceeded. ",
      });
    }
  });

  test("fails with the connection where the server said nothing", async () => {
    const cut = new TypeError("terminated");
    await expect(readLines(stream(META + ROW, 7, cut))).rejects.toBe(cut);
  });
});

describe("an answer in one piece", () => {
  const whole = (rows: number) =>
    `{"meta":[{"name":"n","type":"UInt64"}],"data":[[12345678901234567890],[7]],"rows":${rows},"statistics":{"elapsed":0.1,"rows_read":9,"bytes_read":72}}\n`;

  test("is read with its figures", async () => {
    const told: unknown[] = [];
    const answer = await readWhole(stream(whole(2), 7), (figures) => told.push(figures));
    expect(answer.rows).toEqual([["12345678901234567890"], [7]]);
    expect(told).toEqual([{ rowsRead: 9, bytesRead: 72, totalRows: 9 }]);
  });

  test.each([
    ["nothing at all", ""],
    ["less than it says", whole(3)],
    ["no end", whole(2).slice(0, -3)],
    ["another shape", '{"rows":0}'],
  ])("is broken off with %s", async (_, text) => {
    await expect(readWhole(stream(text, 10))).rejects.toMatchObject({ kind: "broken-off" });
  });

  test.each([
    [
      "in it",
      '{"meta":[],"data":[],"rows":0,"exception":"Code: 159. DB::Exception: Timeout. (TIMEOUT_EXCEEDED)"}',
    ],
    ["after it", `${whole(2).slice(0, 60)}Code: 159. DB::Exception: Timeout. (TIMEOUT_EXCEEDED)`],
  ])("fails with what the server complains of %s", async (_, text) => {
    await expect(readWhole(stream(text, 10))).rejects.toMatchObject({ code: "159" });
  });
});
