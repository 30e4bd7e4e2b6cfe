import { expect, test } from "bun:test";
import { formatExactMoney, formatMoney } from "./money";

test("an amount in cents is formatted for its currency", () => {
  expect(formatMoney(1_200, "usd", "en")).toBe("$12");
  expect(formatMoney(1_250, "usd", "en")).toBe("$12.50");
  expect(formatMoney(1_234_500, "eur", "de")).toBe("12.345\u00a0€");
});

test("an exact amount has all decimals", () => {
  expect(formatExactMoney(1_200, "usd", "en")).toBe("$12.00");
  expect(formatExactMoney(0, "usd", "en")).toBe("$0.00");
});

test("a currency without decimals is not divided", () => {
  expect(formatMoney(1_200, "jpy", "en")).toBe("¥1,200");
  expect(formatExactMoney(1_200, "jpy", "en")).toBe("¥1,200");
});

test("a currency with three decimals is divided by 1,000", () => {
  expect(formatExactMoney(1_250, "kwd", "en")).toMatch(/1\.250$/);
});
