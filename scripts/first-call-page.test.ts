import { expect, test } from "bun:test";
import { firstCallPage } from "./first-call-page";

test("the page of the first call matches the snippets (`bun run docs:first-call` updates it)", async () => {
  const page = Bun.file(new URL("../docs/first-call.md", import.meta.url));
  expect(await page.text()).toBe(firstCallPage());
});
