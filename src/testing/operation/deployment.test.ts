import { expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { tenantry } from "#server/cli/commands";
import { environmentSchema } from "#server/kernel/config/environment";
import { runProgram, spawnServer } from "../kit/process";
import { freePort, temporaryFolder } from "../kit/temporary";

const docs = resolve(import.meta.dir, "../../../docs");

test("the files of a deployment set variables that exist", () => {
  const folder = join(docs, "deployment");
  const known = new Set([
    ...Object.keys(environmentSchema.shape),
    // The JavaScript engine reads this one.
    "BUN_JSC_forceRAMSize",
  ]);
  const set = readdirSync(folder).flatMap((file) =>
    [
      ...readFileSync(join(folder, file), "utf8").matchAll(
        /^(?:Environment=|ENV | {4})?([A-Z][A-Z_]{2,}|BUN_JSC_\w+) ?=/gm,
      ),
    ].map(([, name = ""]) => name),
  );
  expect(set).toContain("DATABASE_URL");
  expect(set).toContain("TRUSTED_PROXIES");
  expect(set.filter((name) => !known.has(name))).toEqual([]);
});

test("the commands in the documentation exist", () => {
  const pages = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(md|service)$|Containerfile$/.test(file),
  );
  const commands = Object.keys(tenantry.subCommands ?? {});
  const named = pages.flatMap((page) =>
    [
      ...readFileSync(join(docs, page), "utf8").matchAll(
        /(?:^ {4}|`|bin\/|exec tenantry )tenantry ([a-z][\w-]*)/gm,
      ),
    ].map(([, command = ""]) => command),
  );
  expect(named).toContain("backup");
  expect(named.filter((command) => !commands.includes(command))).toEqual([]);
});

test("the health check says whether the server is ready", async () => {
  const folder = temporaryFolder();
  const PORT = String(freePort());
  const check = () =>
    runProgram(folder.path, ["health"], { ENVIRONMENT: "test", PORT });
  expect(await check()).toEqual({
    exitCode: 1,
    output: `no answer at http://127.0.0.1:${PORT}/readyz\n`,
  });
  const server = await spawnServer(folder.path, { PORT });
  expect(await check()).toEqual({ exitCode: 0, output: "ready\n" });
  await server.end("SIGTERM");
  folder.remove();
});
