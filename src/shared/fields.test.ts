import { expect, test } from "bun:test";
import { domainOf } from "./domain";
import { emailField, knownEmailField } from "./fields";

test.each([
  ["before it is normalized", `${"a".repeat(310)}@example.com`],
  // The normalization turns this one letter into eighteen.
  ["once it is normalized", `${"\u{FDFA}".repeat(100)}@example.com`],
])("an email address that is too long %s has one issue", (_, address) => {
  const { error } = emailField.safeParse(address);
  expect(error?.issues.map(({ message }) => message)).toEqual(["TOO_LONG"]);
});

test.each([
  [
    "in full width and capitals",
    " ＡＮＡ＠Ｅｘａｍｐｌｅ.com\t",
    "ana@example.com",
  ],
  ["of a domain with an umlaut", "Ana@MÜNCHEN.de", "ana@xn--mnchen-3ya.de"],
  ["of a domain with ß", "ana@straße.de", "ana@xn--strae-oqa.de"],
  ["of a domain in another script", "ana@例え.jp", "ana@xn--r8jz45g.jp"],
  ["that is in ASCII already", "ana@xn--r8jz45g.jp", "ana@xn--r8jz45g.jp"],
  [
    "with letters beyond ASCII before the @",
    "jörg@example.com",
    "jörg@example.com",
  ],
])("an email address %s is normalized", (_, given, stored) => {
  expect(emailField.parse(given)).toBe(stored);
  expect(emailField.parse(stored)).toBe(stored);
});

test.each([
  ["a combining grapheme joiner in its domain", "x@ac\u034fme.com"],
  ["a variation selector in its domain", "x@ac\ufe0fme.com"],
  ["a Mongolian selector in its domain", "x@ac\u180bme.com"],
  ["a soft hyphen in its domain", "x@ac\u00adme.com"],
  ["a Hangul filler in its domain", "x@ac\u3164me.com"],
  ["an ideographic full stop", "x@sub\u3002acme.com"],
  ["a variation selector before the @", "x\ufe0f@acme.com"],
  ["a Hangul filler before the @", "x\u3164@acme.com"],
  ["a punycode label that stands for nothing", "x@xn--a.com"],
  ["a number for a host", "x@0x7f.1"],
  ["a dot at the end", "x@acme.com."],
  ["a full-width @ beside an ASCII one", "x＠evil.com@acme.com"],
])("an email address with %s is refused with one issue", (_, given) => {
  const { error } = emailField.safeParse(given);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    "EMAIL_INVALID",
  ]);
});

test("an email address of an earlier version is looked up unchanged", () => {
  for (const stored of ["x@ac\ufe0fme.com", "x@foo_bar.example"])
    expect(knownEmailField.parse(stored)).toBe(stored);
});

test("a domain of an earlier version does not match another one", () => {
  expect(domainOf("x@ac\ufe0fme.com")).not.toBe("acme.com");
  expect(domainOf("x@acme.com")).toBe("acme.com");
});
