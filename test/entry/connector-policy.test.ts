import { policyOrigin } from "../../src/entry/connector-policy";

it.each([
  ["https://clickhouse.example.com:8443/path", "https://clickhouse.example.com:8443"],
  ["https://clickhouse.example.com:443", "https://clickhouse.example.com"],
  ["http://localhost:8123", "http://localhost:8123"],
  ["http://127.0.0.1:8123/", "http://127.0.0.1:8123"],
  // Punycode, as requests have it
  ["https://bücher.example", "https://xn--bcher-kva.example"],
])("names the one server of %s", (url, origin) => {
  expect(policyOrigin(url)).toBe(origin);
});

it.each([
  ["every server", "https://*"],
  ["all below a name", "https://*.example.com"],
  ["another directive", "https://a;script-src"],
  ["two at once", "https://a,b"],
  ["an IPv6 address, which policies cannot name", "http://[::1]:8123"],
  ["another protocol", "ftp://example.com"],
  ["no address", "'self'"],
  ["nothing", ""],
])("names no server for %s", (_what, url) => {
  expect(policyOrigin(url)).toBeUndefined();
});
