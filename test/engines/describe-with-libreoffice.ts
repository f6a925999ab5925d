import {
  findLibreOffice,
  HOW_TO_GET_LIBREOFFICE,
  type LibreOffice,
  openLibreOffice,
  PATIENCE_MS,
} from "./libreoffice";

/**
 * A suite that needs LibreOffice. Where there is none, one line says how to get it instead, and
 * where CI is set that is a failure.
 *
 * @param suite gets a function that gives the program while tests run
 */
export function describeWithLibreOffice(
  name: string,
  suite: (libreOffice: () => LibreOffice) => void,
): void {
  const program = findLibreOffice();
  describe(name, () => {
    if (program === undefined) {
      test("waits for LibreOffice", () => {
        console.warn(HOW_TO_GET_LIBREOFFICE);
        expect(process.env.CI ?? "").toBe("");
      });
      return;
    }
    jest.setTimeout(PATIENCE_MS);
    let opened: LibreOffice | undefined;
    beforeAll(async () => {
      opened = await openLibreOffice(program);
    });
    afterAll(async () => {
      await opened?.close();
    });
    suite(() => {
      if (!opened) throw new Error("LibreOffice is there once tests run");
      return opened;
    });
  });
}
