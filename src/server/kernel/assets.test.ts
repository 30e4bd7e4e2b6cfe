import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWebFiles } from "./assets.ts";

let folder: string;

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "assets-")), "web");
  await write("index.html", "<p>hello");
  await write("assets/app-4f3a.js", "start()");
  await write("assets/app-4f3a.js.br", "brotli");
  await write("lonely.gz", "not a variant");
  await write("../secret.txt", "outside");
});

afterAll(() => rm(join(folder, ".."), { recursive: true }));

test("every file has a URL, and no URL leads outside the folder", () => {
  const addresses = [...openWebFiles(folder).keys()].toSorted();
  expect(addresses).toEqual([
    "/assets/app-4f3a.js",
    "/index.html",
    "/lonely.gz",
  ]);
});

test("a hashed file is immutable and has its compressed variants", async () => {
  const file = openWebFiles(folder).get("/assets/app-4f3a.js");
  expect(file?.isImmutable).toBe(true);
  expect(file?.contentType).toStartWith("text/javascript");
  expect(await file?.brotli?.text()).toBe("brotli");
  expect(file?.gzip).toBeUndefined();
});

test("the entity tag of the page changes with its content", async () => {
  const before = openWebFiles(folder).get("/index.html");
  await write("index.html", "<p>good bye");
  const after = openWebFiles(folder).get("/index.html");
  expect(before?.isImmutable).toBe(false);
  expect(before?.etag).toMatch(/^W\/".+"$/);
  expect(after?.etag).not.toBe(before?.etag);
});

test("without a build there are no files", () => {
  expect(openWebFiles(join(folder, "missing")).size).toBe(0);
});

function write(path: string, content: string) {
  return Bun.write(join(folder, path), content);
}
