import { describe, expect, test } from "bun:test";
import { containsAddress, plainMessage } from "./message-text";

/** Ways to write a link, a host name or an address. */
const TRICKS = [
  "https://evil.example/login",
  "HTTPS://EVIL.EXAMPLE",
  "hxxp://evil.example",
  "hxxps[:]//evil[.]example",
  "evil.example",
  "www.evil.example",
  "www,evil",
  "//evil/path",
  "\\\\evil\\share",
  "http:evil",
  "javascript:alert(1)",
  "mailto:ada@evil.example",
  "tel:+15550100",
  "skype://call",
  "localhost:3000/x",
  "192.168.0.1",
  "ada@evil.example",
  "ada@localhost",
  "ada＠evil．example",
  "ada[at]evil[dot]example",
  "evil。com",
  "evil．com",
  "evil｡com",
  "evil․com",
  "evil﹒com",
  "evil⒈com",
  "evil%2Ecom",
  "evil·com",
  "evil,com",
  "evil[.]com",
  "evil(dot)com",
  "evil{punkt}de",
  "xn--80ak6aa92e",
  "xn--80ak6aa92e.com",
  "аррӏе.com",
  "例え.テスト",
  "i❤.ws",
  "evil.\u200Bcom",
  "evil\u200B.\u2060com",
  "ht\u00ADtp://evil",
  "evil\u{E0001}.com",
  "\u202Emoc.live",
  "evil.\u200Fcom",
  "evil.\u061Ccom",
  "evil\u3164.com",
  "http：／／evil",
  "http:\u2215\u2215evil",
  "(evil.com)",
  "“evil.com”,please",
  "href='//evil'>",
];
/** Addresses of several words. */
const SPACED = [
  "evil .com",
  "evil. com",
  "evil . com",
  "evil\n.com",
  "evil.\ncom",
  "evil dot com",
  "evil • com",
  "evil [dot] com",
  "evil (.) com",
  "evil punkt de",
  "evil\u00A0.com",
  "evil\u2800.com",
  "evil\u0085.com",
];

describe.each([...TRICKS, ...SPACED])("%j", (trick) => {
  test("is removed from a message", () => {
    expect(plainMessage(trick)).toBe("");
    expect(plainMessage(`Hi Kim, ${trick} see you`)).toBe("Hi Kim, see you");
    expect(containsAddress(trick)).toBe(true);
  });
});

test("what is left after an address is removed is no address either", () => {
  expect(plainMessage("evil evil.com .com")).toBe("");
  expect(plainMessage("name [at] example [dot] com")).not.toContain("example");
});

test.each([
  "Hi Kim, we start on Monday at 10:30. Bring coffee :)",
  "Treffen am 12.05.2026, z. B. im 3. Stock (ca. 2,5 Stunden), d.h. später.",
  "Well...maybe. e.g. i.e. U.S.A. Nr.1",
  "Ask @kim about A/B tests and 24/7 support!",
  "Kolleg·innen, Dots… and “quotes” – 100 % fine",
  "你好。世界",
  "Later. Info follows.",
  "First line\nSecond line\n\nThird line",
])("a message without an address stays as it is: %j", (text) => {
  expect(plainMessage(text)).toBe(text);
  expect(containsAddress(text)).toBe(false);
});

test("spaces, line breaks and invisible characters are tidied", () => {
  expect(plainMessage("  Hi \u202E\u200BKim\u0000,\r\n\r\n\r\n\tbye  ")).toBe(
    "Hi Kim ,\n\nbye",
  );
  expect(containsAddress("Hi \u200BKim")).toBe(false);
});
