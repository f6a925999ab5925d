import type { Problem } from "../problem";

/** A cell of CSV. What a spreadsheet would take for a formula is written as text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Problems as a CSV file for a spreadsheet: UTF-8 with its mark, CRLF. */
export function problemsCsv(problems: readonly Problem[]): string {
  const lines = problems.map((problem) =>
    [
      "line" in problem ? `${problem.line}` : cell(problem.path),
      cell(problem.column),
      cell(problem.expected),
      cell(problem.received),
    ].join(","),
  );
  return `\uFEFF${["Line,Column,Expected,Received", ...lines].join("\r\n")}\r\n`;
}
