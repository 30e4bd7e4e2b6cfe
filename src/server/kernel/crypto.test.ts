import { describe, expect, test } from "bun:test";
import { createSealers, type Sealers } from "./crypto";

const before = "the secret from before that was long enough";
const present = "the present secret that is long enough too";

/** Whether a browser sends what is sealed for the purpose; then only the present secret may open it. */
const COMES_FROM_BROWSER: Record<keyof Sealers, boolean> = {
  outbox: false,
  totp: false,
  answers: false,
  redirect: true,
  passkey: true,
};
const purposes = Object.entries(COMES_FROM_BROWSER) as [
  keyof Sealers,
  boolean,
][];

describe("after the secret was changed", () => {
  const old = createSealers(before, []);
  const now = createSealers(present, [
    "another, from long before that one",
    before,
  ]);

  test.each(purposes)(
    "what was sealed for %s opens unless a browser sends it (%p)",
    (purpose, comesFromBrowser) => {
      const sealed = old[purpose].seal({ value: 7 });
      const open = () => now[purpose].open(sealed);
      if (comesFromBrowser) expect(open).toThrow();
      else expect(open()).toEqual({ value: 7 });
    },
  );

  test.each(purposes)(
    "%s is sealed with the present secret alone",
    (purpose) => {
      const sealed = now[purpose].seal({ value: 7 });
      expect(createSealers(present, [])[purpose].open(sealed)).toEqual({
        value: 7,
      });
      expect(() => old[purpose].open(sealed)).toThrow();
    },
  );

  test("what was sealed for one purpose opens for no other", () => {
    const sealed = old.outbox.seal({ value: 7 });
    expect(() => now.totp.open(sealed)).toThrow();
  });

  test("a secret that is not listed opens nothing", () => {
    const sealed = old.totp.seal({ value: 7 });
    expect(() => createSealers(present, []).totp.open(sealed)).toThrow();
  });
});
