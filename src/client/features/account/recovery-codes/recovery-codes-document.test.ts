import { expect, test } from "bun:test";
import { textOf } from "./recovery-codes-document.ts";

const content = {
  site: "app.example.com",
  email: "ana@example.com",
  createdAt: new Date(2026, 10, 23, 12),
  codes: ["aaaa-bbbb", "cccc-dddd"],
};

test("the text file names the site, the account and the date", () => {
  expect(textOf(content)).toBe(
    [
      "Recovery codes for app.example.com",
      "Account: ana@example.com",
      "Created on November 23, 2026. Older codes no longer work.",
      "Each code works once.",
      "",
      "aaaa-bbbb",
      "cccc-dddd",
      "",
    ].join("\n"),
  );
});

test("the text file has no account line when the email is unknown", () => {
  expect(textOf({ ...content, email: undefined })).not.toContain("Account");
});
