import {
  type ClickHouseOptions,
  findClickHouse,
  HOW_TO_GET_CLICKHOUSE,
  startClickHouse,
  type TestClickHouse,
} from "./clickhouse";

/** The library is half a gigabyte, which a busy machine may first have to read. */
const PATIENCE_MS = 60_000;

/**
 * A suite that needs a ClickHouse, which it has for itself. Where there is none, one line says how
 * to get it instead, and where CI is set that is a failure.
 *
 * @param suite gets a function that gives the server while tests run
 */
export function describeWithClickHouse(
  name: string,
  suite: (server: () => TestClickHouse) => void,
  options: ClickHouseOptions = {},
): void {
  const library = findClickHouse();
  describe(name, () => {
    if (library === undefined) {
      test("waits for ClickHouse", () => {
        console.warn(HOW_TO_GET_CLICKHOUSE);
        expect(process.env.CI ?? "").toBe("");
      });
      return;
    }
    jest.setTimeout(PATIENCE_MS);
    let started: TestClickHouse | undefined;
    beforeAll(async () => {
      started = await startClickHouse(library, options);
    });
    afterAll(async () => {
      await started?.stop();
    });
    suite(() => {
      if (!started) throw new Error("ClickHouse is there once tests run");
      return started;
    });
  });
}
