import { importText, NOBODY, type UsageRow } from "../../src/usage";
import { asks, at, edited, filled, fixture, recognised, revenueIn, usageIn } from "./imports";

const OPENAI = fixture("openai-usage.csv");
const BY_PROJECT = { customer: "project_id" };

function rowsOf(text: string): readonly UsageRow[] {
  const { rows, problems } = usageIn(text, BY_PROJECT);
  expect(problems).toEqual([]);
  return rows;
}

/** A CSV text with other separators and European numbers, as Excel saves it in Germany. */
function german(csv: string): string {
  return csv.replaceAll(",", ";").replace(/(\d)\.(\d)/g, "$1,$2");
}

describe("how a text is written does not matter:", () => {
  it.each([
    ["carriage returns", OPENAI.replaceAll("\n", "\r\n")],
    ["a byte-order mark", `\uFEFF${OPENAI}`],
    ["semicolons and decimal commas", german(OPENAI)],
    ["tabs", OPENAI.replaceAll(",", "\t")],
    ["a line with the separator", `sep=;\r\n${german(OPENAI)}`],
    ["all of these", `\uFEFF${german(OPENAI).replaceAll("\n", "\r\n")}`],
    ["a trailing separator on every line", OPENAI.replaceAll("\n", ",\n")],
    ["capital letters in the header", OPENAI.replace(/^.*/, (header) => header.toUpperCase())],
    ["blanks around the names", OPENAI.replace(/^.*/, (header) => header.replaceAll(",", " , "))],
    ["NULL for nothing", OPENAI.replace(/,(?=,)/g, ",NULL")],
    ["thousands separators", edited(OPENAI, "90000.0", '"90,000.0"')],
    ["no line break at the end", OPENAI.trimEnd()],
  ])("%s", (_, text) => {
    expect(rowsOf(text)).toEqual(rowsOf(OPENAI));
  });
});

describe("numbers", () => {
  it("are asked about where they could be meant either way", () => {
    // Amounts of which 1,234 could be a thousand or little more than one.
    const csv = edited(fixture("openai-cost-2025.csv"), "0.5,", '"1,234",');
    expect(asks(csv)).toEqual(["decimalMark"]);
    const cost = (decimalMark: "." | ",") => usageIn(csv, { decimalMark }).rows[0]?.costNano;
    expect(cost(".")).toBe(1_234_000_000_000n);
    expect(cost(",")).toBe(1_234_000_000n);
  });

  it("are asked about where they contradict each other", () => {
    const csv = edited(edited(OPENAI, "12.0", '"12,0"'), "3.0", "3.5");
    expect(asks(csv)).toContain("decimalMark");
  });
});

describe("bad records", () => {
  it("are listed with line, column, expected and received, and the good ones stay", () => {
    const csv = edited(edited(OPENAI, "90000.0", "many"), ",12.0,", ",1.5,");
    const { rows, problems, rejected, recordsRead } = usageIn(csv, BY_PROJECT);
    expect(problems).toEqual([
      { line: 3, column: "input_tokens", expected: "a whole number, 0 or more", received: "many" },
      {
        line: 3,
        column: "num_model_requests",
        expected: "a whole number, 0 or more",
        received: "1.5",
      },
    ]);
    expect({ recordsRead, rejected, rows: rows.length }).toEqual({
      recordsRead: 3,
      rejected: 1,
      rows: 1,
    });
  });

  it("are listed where cells are missing or too many", () => {
    const csv = `${OPENAI}1783036800,1783123200\n${"x,".repeat(26)}x\n`;
    expect(usageIn(csv, BY_PROJECT).problems).toEqual([
      { line: 5, column: "", expected: "26 cells as in the header", received: "2" },
      { line: 6, column: "", expected: "26 cells as in the header", received: "27" },
    ]);
  });

  it("are listed where a quote is never closed", () => {
    const csv = edited(OPENAI, "proj_batch", '"proj_batch');
    const { problems, rows } = usageIn(csv, BY_PROJECT);
    expect(problems).toMatchObject([{ line: 4, expected: "a quote that is closed" }]);
    expect(rows).toHaveLength(1);
  });

  it("are listed without what people wrote in them", () => {
    const csv = edited(OPENAI, "90000.0", "ada@example.com");
    expect(usageIn(csv, BY_PROJECT).problems[0]?.received).toBe("person-b5fc85e55755f9e0");
    const long = edited(OPENAI, "90000.0", "x".repeat(81));
    expect(usageIn(long, BY_PROJECT).problems[0]?.received).toBe(`${"x".repeat(80)}…`);
  });

  it("are listed where a time is none", () => {
    const csv = edited(fixture("openrouter-daily.csv"), "2026-07-02 00:00:00", "soon");
    expect(usageIn(csv).problems).toEqual([
      { line: 2, column: "Date", expected: "a date or time such as 2026-01-31", received: "soon" },
    ]);
  });

  it("are as many as there are", () => {
    const [header = "", , good = ""] = OPENAI.split("\n");
    const bad = good.replace("90000.0", "-1");
    const { problems, rows } = usageIn(
      `${[header, good, ...Array<string>(10_000).fill(bad)].join("\n")}\n`,
      BY_PROJECT,
    );
    expect(problems).toHaveLength(10_000);
    expect(problems.at(-1)).toMatchObject({ line: 10_002 });
    expect(rows).toHaveLength(1);
  });
});

describe("texts with nothing to read", () => {
  it("are empty", () => {
    expect(importText("")).toEqual({ kind: "empty" });
    expect(importText("\uFEFF\r\n")).toEqual({ kind: "empty" });
    expect(importText("[]")).toEqual({ kind: "empty" });
  });

  it("have a header alone, which is said", () => {
    const header = OPENAI.split("\n")[0] ?? "";
    const { rows, notes } = usageIn(header);
    expect(rows).toEqual([]);
    expect(notes).toEqual(["It has a header and no records."]);
  });

  it("break off", () => {
    expect(importText(fixture("otlp.json").slice(0, -20))).toMatchObject({ kind: "unreadable" });
  });
});

describe("the customer", () => {
  it("can be nobody", () => {
    const { rows } = usageIn(OPENAI, { customer: NOBODY });
    expect(rows.map(({ customerId }) => customerId)).toEqual([null, null]);
  });

  it("is never a text that someone wrote", () => {
    const long = "x".repeat(100);
    const offered = (tenant: string) => {
      const csv = fixture("langfuse-observations.csv").replaceAll('""acme""', `""${tenant}""`);
      const result = recognised(csv).read();
      const [question] = result.kind === "ask" ? result.questions : [];
      return question?.options.map(({ value }) => value);
    };
    expect(offered(long)).toContain("metadata.tenant");
    expect(offered(`${long}x`)).not.toContain("metadata.tenant");
  });

  it("is asked for again where the answer is no column of the export", () => {
    expect(asks(OPENAI, { customer: "user_email" })).toEqual(["customer"]);
  });

  it("can be changed where one is usual", () => {
    const { rows, questions } = usageIn(fixture("litellm-logs.csv"), { customer: "team_id" });
    expect(rows[0]).toMatchObject({ customerId: "team-1" });
    expect(questions).toEqual([]);
    expect(usageIn(fixture("litellm-logs.csv")).questions).toMatchObject([
      { about: "customer", isNeeded: false },
    ]);
  });

  it("has one pseudonym in usage and revenue where the id is an e-mail address", () => {
    const log = usageIn(fixture("litellm-logs.csv")).rows[2]?.customerId;
    const lines = fixture("stripe-lines.csv").replaceAll('""acme""', '""Bob@Example.com""');
    const revenue = revenueIn(lines, { customer: "metadata.external_id" }).rows[0]?.customerId;
    expect(revenue).toBe(log);
  });
});

test("offers every format that fits where several do", () => {
  const both = `request_id,spend,prompt_tokens,completion_tokens,request_created_at\nr,1,2,3,2026-07-02 00:00:00\n`;
  const found = importText(both);
  expect(found.kind === "recognised" && found.candidates.map(({ format }) => format.id)).toEqual([
    "litellm-logs",
    "helicone",
  ]);
});

test("says by which columns it recognised an export", () => {
  expect(recognised(fixture("anthropic-cost-report.json")).because).toEqual([
    "starting_at",
    "amount",
    "currency",
    "cost_type",
  ]);
});

test("keeps text that looks like a formula as text", () => {
  const csv = edited(OPENAI, "proj_support", "=HYPERLINK(1)");
  expect(filled(rowsOf(csv)[0] ?? {})).toMatchObject({ customerId: "=HYPERLINK(1)" });
});

test("takes a stated zone for what it is, whatever the answer", () => {
  const answers = { ...BY_PROJECT, zone: "Asia/Tokyo" };
  expect(usageIn(OPENAI, answers).rows[0]?.start).toBe(at("2026-07-02"));
  const assumed = usageIn(fixture("openrouter-daily.csv"), { zone: "Asia/Tokyo" });
  expect(assumed.rows[0]?.start).toBe(at("2026-07-01T15:00:00Z"));
  expect(assumed.notes.join()).not.toContain("UTC is assumed");
});

test("takes the time of a row from its own zone", () => {
  const csv = fixture("openai-cost-2025.csv")
    .replace("1782950400,1783036800", ",")
    .replace("2026-07-02T00:00:00", "2026-07-02T00:00:00+02:00");
  expect(usageIn(csv).rows[0]?.start).toBe(at("2026-07-01T22:00:00Z"));
});
