import { officeTheme } from "../../src/entry/office-theme";

describe("officeTheme", () => {
  it.each([
    [true, "dark"],
    [false, "light"],
  ] as const)("takes Office's own word for it: %s is %s", (isDarkTheme, name) => {
    expect(officeTheme({ isDarkTheme, bodyBackgroundColor: "#808080" })).toBe(name);
  });

  it.each([
    ["#FFFFFF", "light"],
    ["#0a0a0a", "dark"],
    // 299 x 255 = 76,245 is below 128,000, 587 x 255 = 149,685 above it.
    ["#ff0000", "dark"],
    ["#00ff00", "light"],
    // Grey 127 is just below the middle, 128 on it.
    ["#7f7f7f", "dark"],
    ["#808080", "light"],
  ] as const)("else judges by the background: %s is %s", (bodyBackgroundColor, name) => {
    expect(officeTheme({ bodyBackgroundColor })).toBe(name);
  });

  it("says nothing where Office does not", () => {
    expect(officeTheme(undefined)).toBeUndefined();
    expect(officeTheme({})).toBeUndefined();
    expect(officeTheme({ bodyBackgroundColor: "white" })).toBeUndefined();
  });
});
