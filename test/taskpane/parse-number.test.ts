import { type NumberKind, parseNumber } from "../../src/taskpane/parse-number";

describe("parseNumber", () => {
  it.each([
    ["1000", "count", 1000],
    ["1,000", "count", 1000],
    ["12,345,678.5", "count", 12345678.5],
    [" 400 ", "count", 400],
    ["-3", "count", -3],
    [".5", "count", 0.5],
    ["$99", "money", 99],
    ["$ 1,000.50", "money", 1000.5],
    ["-$9", "money", -9],
    ["0.06", "money", 0.06],
    ["60%", "percent", 0.6],
    ["60 %", "percent", 0.6],
    ["60", "percent", 0.6],
    ["0.6%", "percent", 0.006],
    ["0", "percent", 0],
    ["1", "percent", 0.01],
    ["-5", "percent", -0.05],
  ] as const)("reads %j in a field of %s as %d", (text, kind, value) => {
    expect(parseNumber(text, kind)).toEqual({ value });
  });

  it.each<[string, NumberKind, string]>([
    ["", "count", "Enter a number"],
    ["  ", "money", "Enter a number"],
    ["$", "money", "“$” is not a number"],
    ["-", "count", "“-” is not a number"],
    ["12x", "count", "“12x” is not a number"],
    ["6k", "count", "“6k” is not a number"],
    ["1.2.3", "count", "“1.2.3” is not a number"],
    ["60%", "count", "Not a percentage: leave out the %"],
    ["$99", "count", "Not an amount of money: leave out the $"],
    ["1,00", "count", "Use a comma for thousands and a point for decimals, as in 1,234.56"],
    ["$0,06", "money", "Use a comma for thousands and a point for decimals, as in 1,234.56"],
    ["1.000,50", "money", "Use a comma for thousands and a point for decimals, as in 1,234.56"],
    ["10,00,000", "count", "“10,00,000” is not a number"],
    // A bare 0.6 could be meant as either.
    ["0.6", "percent", "Write 0.6% or 60%"],
    ["-0.07", "percent", "Write -0.07% or -7%"],
  ])("says of %j in a field of %s: %s", (text, kind, problem) => {
    expect(parseNumber(text, kind)).toEqual({ problem });
  });
});
