import { expect, test } from "bun:test";
import { newRecoveryCode, normalizeRecoveryCode } from "./recovery-code";

test("a recovery code has sixteen letters of Crockford's base 32, in groups of four", () => {
  const codes = Array.from({ length: 500 }, newRecoveryCode);
  const letter = "[0-9a-hjkmnp-tv-z]";
  for (const code of codes)
    expect(code).toMatch(new RegExp(`^(${letter}{4}-){3}${letter}{4}$`));
  expect(new Set(codes).size).toBe(500);
  const letters = new Set(codes.join("").replaceAll("-", ""));
  expect(letters.size).toBe(32);
});

test.each([
  "ab01-efgh-jkmn-pqrs",
  "AB01-EFGH-JKMN-PQRS",
  "ab01efghjkmnpqrs",
  " ab01 efgh\tjkmn\npqrs ",
  "ab01–efgh—jkmn−pqrs",
  "abOl-efgh-jkmn-pqrs",
  "aboI-efgh-jkmn-pqrs",
])("%j is the same code in another spelling", (typed) => {
  expect(normalizeRecoveryCode(typed)).toBe("ab01efghjkmnpqrs");
});

test("a different letter is a different code", () => {
  expect(normalizeRecoveryCode("ab01-efgh-jkmn-pqrt")).not.toBe(
    normalizeRecoveryCode("ab01-efgh-jkmn-pqrs"),
  );
});
