import { createHash } from "node:crypto";
import fc from "fast-check";
import { personalColumns, withoutPersonalData } from "../../src/usage/personal-data";
import { sha256 } from "../../src/usage/sha256";
import { SEEDED } from "../calc/tariffs";

test("hashes as FIPS 180-4 does", () => {
  // Examples of the standard; the second fills two blocks.
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("hashes every length of text as Node does", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
    SEEDED,
  );
});

test("replaces an e-mail address by the same pseudonym however it is written", () => {
  // printf ada@example.com | sha256sum | cut -c-16
  const ada = "person-b5fc85e55755f9e0";
  expect(withoutPersonalData("ada@example.com")).toBe(ada);
  expect(withoutPersonalData("Ada@Example.com")).toBe(ada);
  expect(withoutPersonalData("user:<ada@example.com>, admin")).toBe(`user:<${ada}>, admin`);
  expect(withoutPersonalData("bob@example.com")).not.toBe(ada);
});

test("replaces IP addresses", () => {
  expect(withoutPersonalData("203.0.113.9")).toMatch(/^person-[0-9a-f]{16}$/);
  expect(withoutPersonalData("from 2001:db8::8a2e:370:7334")).toMatch(/^from person-[0-9a-f]{16}$/);
});

test.each([
  "acme",
  "gpt-4.1",
  "org:team:agent",
  "12:30:45",
  "@handle",
  "a@b",
  "1.2.3",
  "v1.2.3.4.5",
])("leaves %j as it is", (text) => {
  expect(withoutPersonalData(text)).toBe(text);
});

test("names the columns that hold what people wrote or who they are", () => {
  expect(
    personalColumns([
      "user_email",
      "requester_ip_address",
      "messages",
      "input",
      "output",
      "request_body",
      "user_id",
      "input_tokens",
      "model",
    ]),
  ).toEqual(["user_email", "requester_ip_address", "messages", "input", "output", "request_body"]);
});
