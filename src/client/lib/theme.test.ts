import { afterEach, expect, test } from "bun:test";
import { chooseTheme, theme, themeChoice } from "./theme.ts";

afterEach(() => chooseTheme("system"));

test("a chosen theme is applied and stored", () => {
  chooseTheme("dark");
  expect(themeChoice()).toBe("dark");
  expect(theme()).toBe("dark");
  expect(document.documentElement.dataset.theme).toBe("dark");
  expect(localStorage.getItem("tenantry.theme")).toBe("dark");
});

test("choosing the system theme clears the storage", () => {
  chooseTheme("dark");
  chooseTheme("system");
  expect(document.documentElement.dataset.theme).toBeUndefined();
  expect(localStorage.getItem("tenantry.theme")).toBeNull();
});

test("a choice in another tab applies to this tab", () => {
  localStorage.setItem("tenantry.theme", "dark");
  window.dispatchEvent(new StorageEvent("storage", { key: "tenantry.theme" }));
  expect(themeChoice()).toBe("dark");
});
