import type { Rule } from "./price-rows";

const expressions = new Map<string, RegExp>();

function expression(source: string): RegExp {
  let known = expressions.get(source);
  if (!known) expressions.set(source, (known = new RegExp(source)));
  return known;
}

/** Whether a rule describes a text. The text is in lower case, as the rules are. */
export function matchesRule(rule: Rule, text: string): boolean {
  if (typeof rule !== "string") {
    return "and" in rule
      ? rule.and.every((part) => matchesRule(part, text))
      : rule.some((part) => matchesRule(part, text));
  }
  const expected = rule.slice(1);
  switch (rule[0]) {
    case "=":
      return text === expected;
    case "^":
      return text.startsWith(expected);
    case "$":
      return text.endsWith(expected);
    case "~":
      return text.includes(expected);
    default:
      return expression(expected).test(text);
  }
}
