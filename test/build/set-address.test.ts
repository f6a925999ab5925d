interface Address {
  readonly origin: string;
  readonly base: string;
}

const { readAddress, readdress } = jest.requireActual<{
  readonly readAddress: (text: string) => Address;
  readonly readdress: (text: string, address: Address) => string;
}>("../../.build/set-address.cjs");

test.each([
  ["https://example.com", "https://example.com"],
  ["https://example.com/", "https://example.com"],
  ["https://example.com/aim/", "https://example.com/aim"],
  ["https://example.com:8443/aim", "https://example.com:8443/aim"],
])("takes %s as %s", (text, base) => {
  expect(readAddress(text).base).toBe(base);
});

test.each([
  "http://example.com",
  "example.com",
  "",
  "https://example.com/?a=1",
  "ftp://example.com",
])("refuses %p, which is no https address of a folder", (text) => {
  expect(() => readAddress(text)).toThrow("ADDIN_URL must be an https address");
});

test("moves pages and help links to the server", () => {
  const address = readAddress("https://example.com/aim");
  expect(readdress('"https://localhost:3000/help/a.html"', address)).toBe(
    '"https://example.com/aim/help/a.html"',
  );
});

test("moves an AppDomain, which has no slash and no path", () => {
  const address = readAddress("https://example.com/aim");
  expect(readdress("<AppDomain>https://localhost:3000</AppDomain>", address)).toBe(
    "<AppDomain>https://example.com</AppDomain>",
  );
});
