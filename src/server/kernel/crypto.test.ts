import { describe, expect, test } from "bun:test";
import { createSealers, type Sealers } from "./crypto";

const before = "the secret from before that was long enough";
const present = "the present secret that is long enough too";

/** Whether encrypted values of a purpose come from a browser. Only the current secret may decrypt such values. */
const COMES_FROM_BROWSER: Record<keyof Sealers, boolean> = {
  outbox: false,
  totp: false,
  responses: false,
  redirect: true,
  passkey: true,
};
const purposes = Object.entries(COMES_FROM_BROWSER) as [
  keyof Sealers,
  boolean,
][];

describe("after a change of the secret", () => {
  const old = createSealers(before, []);
  const now = createSealers(present, [
    "another, from long before that one",
    before,
  ]);

  test.each(purposes)(
    "a value sealed for %s opens, unless it comes from a browser (%p)",
    (purpose, comesFromBrowser) => {
      const sealed = old[purpose].seal({ value: 7 });
      const open = () => now[purpose].open(sealed);
      if (comesFromBrowser) expect(open).toThrow();
      else expect(open()).toEqual({ value: 7 });
    },
  );

  test.each(purposes)(
    "a value for %s is sealed with the current secret",
    (purpose) => {
      const sealed = now[purpose].seal({ value: 7 });
      expect(createSealers(present, [])[purpose].open(sealed)).toEqual({
        value: 7,
      });
      expect(() => old[purpose].open(sealed)).toThrow();
    },
  );

  test("a value that was sealed for one purpose does not open for another", () => {
    const sealed = old.outbox.seal({ value: 7 });
    expect(() => now.totp.open(sealed)).toThrow();
  });

  test("an unlisted secret opens nothing", () => {
    const sealed = old.totp.seal({ value: 7 });
    expect(() => createSealers(present, []).totp.open(sealed)).toThrow();
  });
});
