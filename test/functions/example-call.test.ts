import { exampleCall } from "../../src/functions/example-call";
import { date, list, number, optional, text } from "../../src/functions/parameter";

const definition = {
  params: [
    text("model"),
    list("bounds"),
    optional(number("cap"), "0"),
    optional(date("asOf"), "TODAY()"),
  ],
};

test.each([
  ["prints texts in quotes", ["a", [1]], '=AIM.F("a",{1})'],
  ["doubles quotes within texts", ['a"b', [1]], '=AIM.F("a""b",{1})'],
  [
    "prints a list as an array constant, a blank in it as 0",
    ["a", [1, 2.5, null]],
    '=AIM.F("a",{1,2.5,0})',
  ],
  ["leaves an optional argument empty", ["a", [1], null, 46023], '=AIM.F("a",{1},,DATE(2026,1,1))'],
  ["drops what is left out at the end", ["a", [1], 3, null], '=AIM.F("a",{1},3)'],
  ["prints an empty cell that must be given as 0", [null, [1]], "=AIM.F(0,{1})"],
])("%s", (_it, args, printed) => {
  // 46,023 is 1 January 2026: 20,454 days after 1 January 1970, which is 25,569.
  expect(exampleCall("AIM.F", definition, args)).toBe(printed);
});
