import { ErrorMessages } from "../../../src/hosts/workbench/error-messages";

const B2 = { sheetId: "one", row: 1, column: 1 };
const C2 = { sheetId: "one", row: 1, column: 2 };
const FORMULA = "=AIM.GROSSMARGIN(A1,A2)";

function says(message: string, row = 0, column = 0) {
  return { row, column, message };
}

test("gives the sentence of the cell for which a function was worked out", () => {
  const messages = new ErrorMessages();
  messages.keep(B2, "AIM.GROSSMARGIN", [says("revenue is 0")]);
  expect(messages.at(B2, B2, FORMULA)).toBe("revenue is 0");
});

test("gives none for the same cell of another sheet", () => {
  const messages = new ErrorMessages();
  messages.keep(B2, "AIM.GROSSMARGIN", [says("revenue is 0")]);
  const elsewhere = { ...B2, sheetId: "two" };
  expect(messages.at(elsewhere, elsewhere, FORMULA)).toBeUndefined();
});

test("gives each cell of a spill its own sentence", () => {
  const messages = new ErrorMessages();
  messages.keep(B2, "AIM.GROSSMARGIN", [says("the first"), says("the second", 0, 1)]);
  expect(messages.at(C2, B2, FORMULA)).toBe("the second");
});

test("forgets a sentence once the function has nothing to say any more", () => {
  const messages = new ErrorMessages();
  messages.keep(B2, "AIM.GROSSMARGIN", [says("revenue is 0")]);
  messages.keep(B2, "AIM.GROSSMARGIN", []);
  expect(messages.at(B2, B2, FORMULA)).toBeUndefined();
});

test("keeps what one function in a formula says when another one in it has nothing to say", () => {
  const messages = new ErrorMessages();
  messages.keep(B2, "AIM.GROSSMARGIN", [says("revenue is 0")]);
  messages.keep(B2, "AIM.MARGINBAND", []);
  expect(messages.at(B2, B2, `=AIM.MARGINBAND(${FORMULA.slice(1)})`)).toBe("revenue is 0");
});

test("gives none where the formula calls that function no longer", () => {
  const messages = new ErrorMessages();
  messages.keep(B2, "AIM.GROSSMARGIN", [says("revenue is 0")]);
  expect(messages.at(B2, B2, "=1/0")).toBeUndefined();
});
