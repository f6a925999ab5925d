import { openFile } from "../../../src/hosts/excel/open-file";
import { FakeExcel } from "./fake/fake-excel";

let excel: FakeExcel;
beforeEach(() => {
  excel = new FakeExcel();
});

it("hands a file to Excel as a new workbook, in base64", async () => {
  const createWorkbook = jest.spyOn(Excel, "createWorkbook").mockResolvedValue();
  // "PK", how every .xlsx begins, and bytes beyond ASCII: 50 4B 00 FF 80 in groups of six bits
  await openFile(Uint8Array.of(0x50, 0x4b, 0x00, 0xff, 0x80));
  expect(createWorkbook.mock.calls).toEqual([["UEsA/4A="]]);
  createWorkbook.mockRestore();
});

it("tells in plain words why Excel refuses", async () => {
  excel.faults.failRequest(1, "AccessDenied");
  await expect(openFile(Uint8Array.of(0x50))).rejects.toMatchObject({
    name: "HostError",
    message: expect.stringMatching(/^The file could not be opened\. Excel does not allow/),
    details: "AccessDenied: AccessDenied.",
  });
});
