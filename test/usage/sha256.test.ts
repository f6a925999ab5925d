import { createHash } from "node:crypto";
import { sha256, startSha256 } from "../../src/usage/sha256";

it("is that of FIPS 180-4's examples", () => {
  // Source: FIPS 180-4, "abc", and the example of two blocks.
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")).toBe(
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  );
});

it("is the same whatever the pieces", () => {
  const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index * 7);
  const expected = createHash("sha256").update(bytes).digest("hex");
  // Below, at and above a block of 64 bytes, and where the length just fits or does not (55, 56).
  for (const size of [1, 55, 56, 63, 64, 65, 999]) {
    const hash = startSha256();
    for (let at = 0; at < bytes.length; at += size) hash.add(bytes.subarray(at, at + size));
    expect(hash.hex()).toBe(expected);
  }
});
