import { expect, test } from "bun:test";
import { textOf } from "./recovery-codes-paper.ts";

const paper = {
  site: "app.example.com",
  email: "ana@example.com",
  madeAt: new Date(2026, 10, 23, 12),
  codes: ["aaaa-bbbb", "cccc-dddd"],
};

test("a stored file says where its codes work, for whom and since when", () => {
  expect(textOf(paper)).toBe(
    [
      "Recovery codes for app.example.com",
      "Account: ana@example.com",
      "Made on November 23, 2026. Older codes do not work any more.",
      "Each code works once.",
      "",
      "aaaa-bbbb",
      "cccc-dddd",
      "",
    ].join("\n"),
  );
});

test("a file without a known address has no empty line for it", () => {
  expect(textOf({ ...paper, email: undefined })).not.toContain("Account");
});
