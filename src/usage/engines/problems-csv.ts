import type { Problem } from "../problem";

/** A cell of CSV. What a spreadsheet would take for a formula is written as text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/**
 * Problems as a CSV file for a spreadsheet: UTF-8 with its mark, CRLF.
 *
 * @param count how many there are, where the list holds the first of them alone
 */
export function problemsCsv(problems: readonly Problem[], count = problems.length): string {
  const lines = problems.map((problem) =>
    [
      "line" in problem ? `${problem.line}` : cell(problem.path),
      cell(problem.column),
      cell(problem.expected),
      cell(problem.received),
    ].join(","),
  );
  const more = count - problems.length;
  if (more > 0) lines.push(`,,${cell(`${more} more problems are not listed`)},`);
  return `\uFEFF${["Line,Column,Expected,Received", ...lines].join("\r\n")}\r\n`;
}
