import { afterSharing } from "../../../src/hosts/excel/after-sharing";
import { FakeExcel } from "./fake/fake-excel";

interface Saving {
  readonly error?: { readonly name: string; readonly message: string };
}

/** Document settings in memory, and how the add-in starts with the document. */
function officeWith(saving: Saving) {
  const kept = new Map<string, unknown>([["Office.AutoShowTaskpaneWithDocument", true]]);
  const saved: Record<string, unknown>[] = [];
  const startups: string[] = [];
  const settings = {
    set: (name: string, value: unknown) => kept.set(name, value),
    remove: (name: string) => kept.delete(name),
    saveAsync: (done: (result: Saving) => void) => {
      saved.push(Object.fromEntries(kept));
      done(saving);
    },
  };
  const office = {
    StartupBehavior: { none: "None", load: "Load" },
    context: { document: { settings } },
    addin: {
      setStartupBehavior: async (behavior: string) => {
        startups.push(behavior);
      },
    },
  };
  return { office, saved, startups };
}

beforeEach(() => {
  // The client library, for what its errors are.
  new FakeExcel();
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, "Office");
});

describe("a workbook in Excel after it was made share-safe", () => {
  it("neither asks for the add-in nor starts it nor shows its pane", async () => {
    const { office, saved, startups } = officeWith({});
    Object.assign(globalThis, { Office: office });
    await afterSharing();
    expect(saved).toEqual([{ "Office.DisableTrustUX": true }]);
    expect(startups).toEqual(["None"]);
  });

  it("is left as it is where Excel has no such settings", async () => {
    await expect(afterSharing()).resolves.toBeUndefined();
    const { startups, office } = officeWith({});
    Object.assign(globalThis, { Office: { ...office, context: {} } });
    await expect(afterSharing()).resolves.toBeUndefined();
    expect(startups).toEqual(["None"]);
    Object.assign(globalThis, { Office: { context: office.context } });
    await expect(afterSharing()).resolves.toBeUndefined();
  });

  it("is said to ask for it still where that could not be saved", async () => {
    const { office } = officeWith({ error: { name: "Full", message: "no room" } });
    Object.assign(globalThis, { Office: office });
    await expect(afterSharing()).rejects.toMatchObject({
      message: "The workbook may still ask its readers for the add-in.",
    });
  });
});
