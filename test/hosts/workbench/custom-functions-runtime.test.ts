import {
  associatedFunctions,
  functionError,
  installCustomFunctions,
} from "../../../src/hosts/workbench/custom-functions-runtime";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "CustomFunctions");
});

test("knows no functions before it is in place", () => {
  expect([...associatedFunctions()]).toEqual([]);
});

test("keeps every function that is associated, by its id in capitals", () => {
  installCustomFunctions();
  const run = () => 1;
  CustomFunctions.associate("grossMargin", run);
  expect([...associatedFunctions()]).toEqual([["GROSSMARGIN", run]]);
});

test.each([
  ["invalidValue", "#VALUE!"],
  ["notAvailable", "#N/A"],
  ["divisionByZero", "#DIV/0!"],
  ["invalidNumber", "#NUM!"],
] as const)("makes an error of %s that a cell shows as %s", (name, code) => {
  installCustomFunctions();
  const error = new CustomFunctions.Error(CustomFunctions.ErrorCode[name], "why");
  expect(functionError(error)).toEqual({ code, message: "why" });
});

test("makes an error without a sentence too", () => {
  installCustomFunctions();
  const error = new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidNumber);
  expect(functionError(error)).toEqual({ code: "#NUM!", message: "" });
});

test.each([[42], ["#N/A"], [null], [undefined], [{ code: 7 }], [{ code: "ENOENT" }]])(
  "takes %p for no error",
  (value) => {
    expect(functionError(value)).toBeUndefined();
  },
);
