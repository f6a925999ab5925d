/** @jest-environment jsdom */
import "./complete-files";
import { screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { gzipSync } from "node:zlib";
import type { PaneOptions } from "../../src/taskpane/mount";
import { nodeEngine } from "../usage/engines/engines";
import { card, drop, engineOf, fileOf, openUsage, REVENUE, USAGE } from "./usage-tab";

/** The same database for all: an import forgets what it holds. */
const engine = engineOf(nodeEngine());

const open = (options: Partial<PaneOptions> = {}) => openUsage(engine, options);

afterEach(() => {
  localStorage.clear();
});

const HEADER = USAGE.split("\n")[0] ?? "";
const GONE =
  "It can no longer be read: it was changed, moved or deleted after it was chosen. Choose it again.";

const bytesFile = (bytes: Uint8Array, name: string) =>
  new File([Uint8Array.from(bytes)], name) as globalThis.File;

const utf16 = (text: string, mark = "\uFEFF") => Buffer.from(`${mark}${text}`, "utf16le");

async function press(user: UserEvent, name: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name }));
}

/** Drops files of usage and imports them. */
async function importAll(
  user: UserEvent,
  ...files: readonly (readonly [name: string, content: string])[]
): Promise<void> {
  await drop(...files.map(([name, content]) => fileOf(content, name)));
  for (const [name] of files) await card(name).findByText("Ready to import.");
  await press(user, files.length === 1 ? "Import usage" : `Import ${files.length} files of usage`);
  await screen.findByRole("heading", { name: "Result" });
}

/** What stands beside a label in the result. */
function figure(label: string): string | null | undefined {
  return screen.getByText(label, { selector: "dt" }).nextElementSibling?.textContent;
}

describe("a file that is no export", () => {
  it.each([
    [
      "binary",
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      /^It holds binary data\. Expected is an export as CSV, JSON, JSON lines or Parquet/,
    ],
    [
      "an archive or workbook",
      Buffer.from("PK\u0003\u0004\u0014\0"),
      /^It is a \.zip file, or a workbook\. Unpack it, or save it as CSV\.$/,
    ],
    [
      "in UTF-16",
      utf16(USAGE),
      /^It is written in UTF-16, and UTF-8 is expected\. In Excel, save it as “CSV UTF-8”\.$/,
    ],
    ["in UTF-16 without a mark", utf16(USAGE, ""), /^It is written in UTF-16/],
    [
      "a web page",
      Buffer.from("<!DOCTYPE html>\n<title>Sign in</title>"),
      /^It is a web page or XML\./,
    ],
    [
      "cut JSON",
      Buffer.from('{"data": [{"a": 1'),
      /^The JSON in it breaks off or is not well-formed\.$/,
    ],
  ])("is answered with what it is and what is expected: %s", async (_, bytes, answer) => {
    await open();
    await drop(bytesFile(bytes, "file.csv"));
    expect(await card("file.csv").findByText(answer)).toBeTruthy();
    expect(screen.getByText("None of these files holds usage that can be imported.")).toBeTruthy();
  });

  it("is said to be cut off where it is a .gz that breaks off", async () => {
    const { user } = await open();
    const rows = Array.from(
      { length: 3_000 },
      (_, i) => `r${i},c${i % 7},gpt-4o,openai,0.0${i},1,1,2026-09-02T10:00:00Z,`,
    );
    const packed = gzipSync([HEADER, ...rows].join("\n"));
    await drop(bytesFile(packed.subarray(0, packed.length - 100), "usage.csv.gz"));
    const why = /The \.gz file is damaged or breaks off\. Export or download it again\./;
    expect(await card("usage.csv.gz").findByText(why)).toBeTruthy();
    await press(user, "Remove usage.csv.gz");
    expect(screen.queryByRole("button", { name: "Import usage" })).toBeNull();
  });

  it("is said to be gone where it was deleted after it was chosen", async () => {
    await open();
    const gone = Object.assign(fileOf(USAGE, "gone.csv"), {
      slice: () => ({
        arrayBuffer: async () => {
          throw new DOMException("could not be read", "NotReadableError");
        },
      }),
    }) as unknown as globalThis.File;
    await drop(gone);
    expect(await card("gone.csv").findByText(GONE)).toBeTruthy();
  });

  it("is said to be gone where it was deleted before its import, and the others stay", async () => {
    const { user } = await open();
    const file = fileOf(USAGE.replaceAll(/^r(?=\d)/gm, "s"), "gone.csv");
    await drop(file, fileOf(USAGE, "usage.csv"));
    await card("gone.csv").findByText("Ready to import.");
    await card("usage.csv").findByText("Ready to import.");
    Object.assign(file, {
      slice: () => ({
        arrayBuffer: async () => {
          throw new DOMException("could not be read", "NotReadableError");
        },
      }),
    });
    await press(user, "Import 2 files of usage");
    expect(await card("gone.csv").findByText(`Not imported: ${GONE}`)).toBeTruthy();
    // 2.5 + 1.5 of the other file
    expect(figure("Cost of inference")).toBe("$4.00");
  });

  it("is read, and what is not in UTF-8 is told, where it was saved in Windows-1252", async () => {
    await open();
    // "M\u00fcller" is one byte for the u with dots there, two in UTF-8.
    const renamed = USAGE.replaceAll("acme", "M\u00fcller");
    await drop(bytesFile(Buffer.from(renamed, "latin1"), "file.csv"));
    const told = /^Some characters are not in UTF-8 and read as “\uFFFD”/;
    expect(await card("file.csv").findByText(told)).toBeTruthy();
    await drop(bytesFile(Buffer.from(renamed, "utf8"), "right.csv"));
    await card("right.csv").findByText("Ready to import.");
    expect(card("right.csv").queryByText(told)).toBeNull();
  });
});

describe("a table that is written otherwise than expected", () => {
  it("with a header alone has nothing to import, and an import of it says so", async () => {
    const { user } = await open();
    await drop(fileOf(HEADER, "header.csv"));
    const own = card("header.csv");
    expect(await own.findByText("There is nothing to import in it.")).toBeTruthy();
    expect(own.getByText("It has a header and no records.")).toBeTruthy();
    await press(user, "Import usage");
    expect(await screen.findByText("No row of these files counts as usage.")).toBeTruthy();
  });

  it("with another separator in its rows than in its header says which", async () => {
    await open();
    const rows = USAGE.split("\n").slice(1).join("\n").replaceAll(",", ";");
    await drop(fileOf(`${HEADER}\n${rows}`, "mixed.csv"));
    const own = card("mixed.csv");
    await own.findByText("None of its first rows can be read: see what is wrong with them.");
    const list = own.getByRole("list", { name: "Wrong with the first rows", hidden: true });
    expect(list.firstElementChild?.textContent).toBe(
      "Line 2: expected 9 cells as in the header, received 1: its cells are separated by “;”, those of the header are not",
    );
  });

  it("with a separator that is none says so", async () => {
    await open();
    await drop(fileOf(USAGE.replaceAll(",", "^"), "odd.csv"));
    expect(
      await card("odd.csv").findByText(
        /^Its first line is a single column, “request_id\^end_user.*Expected are the names of columns, separated by a comma, a semicolon, a tab or \|\.$/,
      ),
    ).toBeTruthy();
    expect(screen.getByText("None of these files holds usage that can be imported.")).toBeTruthy();
  });

  it("is read where its first line declares a separator that it has not", async () => {
    await open();
    await drop(fileOf(`sep=;\r\n${USAGE}`, "declared.csv"));
    expect(await card("declared.csv").findByText("Ready to import.")).toBeTruthy();
  });
});

describe("bad rows", () => {
  it("are listed, the first of 10,000 on the page and all as CSV, and the good ones stay", async () => {
    const saved: string[] = [];
    const { user } = await open({
      saveText: async (text, name) => {
        saved.push(text);
        return { to: "downloads", name };
      },
    });
    const good = "ok,acme,gpt-4o,openai,2,1,1,2026-09-02T10:00:00Z,";
    const bad = Array.from({ length: 10_000 }, (_, i) => `b${i},acme,gpt-4o,openai,=1+1,1,1,soon,`);
    await importAll(user, ["usage.csv", [HEADER, good, ...bad].join("\n")]);
    expect(
      screen.getByText(
        "10,001 rows read = 1 loaded + 10,000 rejected + 0 duplicates + 0 left out.",
      ),
    ).toBeTruthy();
    expect(figure("Cost of inference")).toBe("$2.00");
    const list = screen.getByRole("list", { name: "Rejected rows of usage.csv", hidden: true });
    expect(list.children).toHaveLength(10);
    expect(list.children[0]?.textContent).toBe(
      "Line 3, startTime: expected a date or time such as 2026-01-31, received soon",
    );
    await user.click(screen.getByText("Download the list as CSV"));
    await waitFor(() => expect(saved).toHaveLength(1));
    const lines = saved[0]?.trimEnd().split("\r\n") ?? [];
    // The header, and a time and an amount in each of 10,000 rows
    expect(lines).toHaveLength(20_001);
    expect(lines[2]).toBe(`3,"spend","an amount such as 1,234.56","'=1+1"`);
    expect(lines.at(-1)).toMatch(/^10002,/);
  }, 60_000);

  it("keep cells that begin as formulas do as texts, in the page and in the sheets", async () => {
    const { host, user } = await open();
    const row = (id: number, customer: string) =>
      `r${id},${customer},gpt-4o,openai,1,1,1,2026-09-02T10:00:00Z,`;
    const names = ["=1+1", "+1", "-1", "@SUM(A1)"];
    await importAll(user, [
      "usage.csv",
      [HEADER, ...names.map((name, i) => row(i, name))].join("\n"),
    ]);
    const table = within(screen.getByRole("table", { name: "Customers that leave least" }));
    for (const name of names) expect(table.getByText(name)).toBeTruthy();
    await press(user, "Build Customers sheet");
    await screen.findByText(/^Built \d sheets and opened “Customers”\.$/);
    const written = JSON.stringify(host.built);
    for (const name of names) {
      expect(written).toContain(`"${name}"`);
      expect(written).not.toContain(`"formula":"${name}"`);
    }
  });
});

describe("the same usage twice", () => {
  it("counts a request id once, in a file and across files, the last of them", async () => {
    const { user } = await open();
    const twice = (spend: string) => `r1,acme,gpt-4o,openai,${spend},1,1,2026-09-02T10:00:00Z,`;
    await importAll(
      user,
      ["a.csv", [HEADER, twice("1"), twice("2")].join("\n")],
      ["b.csv", [HEADER, twice("4")].join("\n")],
    );
    expect(figure("Cost of inference")).toBe("$4.00");
    expect(
      screen.getByText("2 rows read = 0 loaded + 0 rejected + 2 duplicates + 0 left out."),
    ).toBeTruthy();
  });

  it("does not count a file with the same bytes, under whatever name", async () => {
    const { user } = await open();
    await importAll(user, ["usage.csv", USAGE], ["copy.csv", USAGE]);
    expect(
      card("copy.csv").getByText("The same file as “usage.csv”: it does not count twice."),
    ).toBeTruthy();
    expect(figure("Cost of inference")).toBe("$4.00");
  });

  it("offers two exports of a month whose rows have no ids as duplicates, and lets the user choose", async () => {
    const { user } = await open();
    const daily = (more: string) =>
      `start_time,end_time,start_time_iso,end_time_iso,amount_value,amount_currency,quantity,quantity_unit,line_item,user_id,api_key_id,project_id,organization_id,project_name,organization_name,user_email,api_source
1782950400,1783036800,2026-07-02T00:00:00+00:00,2026-07-03T00:00:00+00:00,3,usd,1,tokens,"gpt-4o, tokens",,,acme,org-x,,,,
${more}`;
    const later = `1783036800,1783123200,2026-07-03T00:00:00+00:00,2026-07-04T00:00:00+00:00,5,usd,1,tokens,"gpt-4o, tokens",,,acme,org-x,,,,\n`;
    await drop(fileOf(daily(""), "first.csv"), fileOf(daily(later), "second.csv"));
    for (const name of ["first.csv", "second.csv"]) {
      const customer = await card(name).findByLabelText(/Which column names the customer/);
      await user.selectOptions(customer, "project_id");
      await card(name).findByText("Ready to import.");
    }
    await press(user, "Import 2 files of usage");
    await screen.findByRole("heading", { name: "Result" });
    const choice = screen.getByLabelText(/which counts\?$/);
    expect(
      screen.getByText("1 rows are the same in both: perhaps the same month was exported twice."),
    ).toBeTruthy();
    // 3 + 3 + 5, until the user says that they are the same
    expect(figure("Cost of inference")).toBe("$11.00");
    await user.selectOptions(choice, "Only “second.csv”");
    await waitFor(() => expect(figure("Cost of inference")).toBe("$8.00"));
  });

  it("does not count a file of revenue with the same bytes, nor a line twice", async () => {
    const { user } = await open();
    await importAll(user, ["usage.csv", USAGE]);
    await drop(fileOf(REVENUE, "september.csv"));
    await press(user, "Read with these columns");
    await user.type(
      await card("september.csv").findByLabelText(/In which time zone/),
      "UTC{Enter}",
    );
    await card("september.csv").findByText("2 lines of revenue are read.");
    await drop(fileOf(REVENUE, "again.csv"));
    await card("again.csv").findByText("2 lines of revenue are read.");
    expect(
      await screen.findByText(/“again\.csv” holds what another file .*: it does not count twice\./),
    ).toBeTruthy();
    // 10 + 30
    expect(figure("Revenue")).toBe("$40.00");
  });
});
