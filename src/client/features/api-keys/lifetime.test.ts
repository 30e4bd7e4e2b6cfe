import { expect, test } from "bun:test";
import { defaultLifetime, lifetimeChoices } from "./lifetime.ts";

const values = (max: number | null) =>
  lifetimeChoices(max).map(({ value }) => value);

test("without a limit of the organization, a key can also have no expiry", () => {
  expect(values(null)).toEqual([
    "7",
    "30",
    "90",
    "180",
    "365",
    "custom",
    "never",
  ]);
  expect(defaultLifetime(null)).toBe("90");
});

test("the limit of the organization is the longest choice, and excludes no expiry", () => {
  expect(values(45)).toEqual(["7", "30", "45", "custom"]);
  expect(values(90)).toEqual(["7", "30", "90", "custom"]);
  expect(defaultLifetime(45)).toBe("45");
  expect(defaultLifetime(180)).toBe("90");
});
