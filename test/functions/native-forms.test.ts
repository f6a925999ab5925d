import { FUNCTIONS } from "../../src/functions";
import { GROSSMARGIN } from "../../src/functions/gross-margin";
import { nativeForms } from "../../src/functions/native-forms";

test("reads like a textbook: names without brackets, guards apart", () => {
  expect(nativeForms(GROSSMARGIN)).toEqual([
    {
      plain: "=(revenue-cogs)/revenue",
      guarded: "=IF(revenue<0,#NUM!,(revenue-cogs)/revenue)",
    },
  ]);
});

test("is there for every function, or its reason is", () => {
  for (const [id, definition] of FUNCTIONS) {
    const isExplained = definition.shape === "scalar" && typeof definition.native !== "function";
    expect({ id, forms: nativeForms(definition).length > 0 }).toEqual({ id, forms: !isExplained });
  }
});

test("has balanced brackets", () => {
  for (const definition of FUNCTIONS.values()) {
    for (const { plain, guarded } of nativeForms(definition)) {
      for (const formula of [plain, guarded]) {
        expect(formula.split("(").length).toBe(formula.split(")").length);
      }
    }
  }
});
