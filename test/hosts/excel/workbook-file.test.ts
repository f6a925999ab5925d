import { workbookFile } from "../../../src/hosts/excel/workbook-file";

interface FakeFile {
  readonly size: number;
  readonly slices: readonly (readonly number[] | Error)[];
}

const SUCCEEDED = "succeeded";

type Callback = (result: unknown) => void;

function failure(error: Error): unknown {
  return { status: "failed", error: { code: 5001, name: error.name, message: error.message } };
}

/** An Office that hands out this file; counts the files that are open. */
function office(url: string | null, file: FakeFile | Error): { asked: unknown[]; open: number } {
  const seen = { asked: [] as unknown[], open: 0 };
  const handed = ({ size, slices }: FakeFile) => ({
    size,
    sliceCount: slices.length,
    getSliceAsync: (i: number, callback: Callback) => {
      const slice = slices[i];
      callback(
        slice instanceof Error ? failure(slice) : { status: SUCCEEDED, value: { data: slice } },
      );
    },
    closeAsync: () => {
      seen.open--;
    },
  });
  const getFileAsync = (type: unknown, options: unknown, callback: Callback) => {
    seen.asked.push(type, options);
    if (file instanceof Error) {
      callback(failure(file));
      return;
    }
    seen.open++;
    callback({ status: SUCCEEDED, value: handed(file) });
  };
  Object.assign(globalThis, {
    Office: {
      AsyncResultStatus: { Succeeded: SUCCEEDED },
      FileType: { Compressed: "compressed" },
      context: { document: { url, getFileAsync } },
    },
  });
  return seen;
}

const NOT_HANDED_OUT = {
  name: "HostError",
  message:
    "Excel does not hand out the workbook. Save a copy of it (File, Save a Copy), and drop the copy here.",
};

describe("the open workbook as a file", () => {
  it("is put together from its slices, the largest that Office hands out", async () => {
    const seen = office("C:\\Plans\\Plan #2.xlsx", {
      size: 5,
      slices: [
        [80, 75, 3],
        [4, 255],
      ],
    });
    expect(await workbookFile()).toEqual({
      name: "Plan #2.xlsx",
      bytes: Uint8Array.of(80, 75, 3, 4, 255),
    });
    // 4 x 1,024 x 1,024 bytes
    expect(seen.asked).toEqual(["compressed", { sliceSize: 4_194_304 }]);
    expect(seen.open).toBe(0);
  });

  it.each([
    ["https://host.example/sites/a/50%25%20up.xlsm?web=1#x", "50% up.xlsm"],
    ["https://host.example/sites/a/50% up.xlsm", "50% up.xlsm"],
    ["/Users/ada/Plan.xlsx", "Plan.xlsx"],
    ["", "Workbook.xlsx"],
    [null, "Workbook.xlsx"],
  ])("is called after its address %s", async (url, name) => {
    office(url, { size: 1, slices: [[80]] });
    expect((await workbookFile()).name).toBe(name);
  });

  it("is told not to be handed out where Excel refuses", async () => {
    office("Plan.xlsx", new Error("No access."));
    await expect(workbookFile()).rejects.toMatchObject({
      ...NOT_HANDED_OUT,
      details: "5001 Error: No access.",
    });
  });

  it("is closed where a slice fails", async () => {
    const seen = office("Plan.xlsx", { size: 3, slices: [[80, 75], new Error("Gone.")] });
    await expect(workbookFile()).rejects.toMatchObject({
      ...NOT_HANDED_OUT,
      details: "5001 Error: Gone.",
    });
    expect(seen.open).toBe(0);
  });

  it.each([
    ["nothing", { size: 0, slices: [] }, "0 of 0 bytes came"],
    ["less than its size", { size: 3, slices: [[80, 75]] }, "2 of 3 bytes came"],
    [
      "more than its size",
      {
        size: 3,
        slices: [
          [80, 75],
          [3, 4],
        ],
      },
      "2 of 3 bytes came",
    ],
  ])("is no file where Excel hands out %s", async (_what, file, details) => {
    const seen = office("Plan.xlsx", file);
    await expect(workbookFile()).rejects.toMatchObject({ ...NOT_HANDED_OUT, details });
    expect(seen.open).toBe(0);
  });
});
