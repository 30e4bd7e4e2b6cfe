import { afterAll, beforeAll, expect, test } from "bun:test";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import {
  runProgram,
  type ServerProcess,
  spawnServer,
} from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";
import { admins, membersOfBig } from "./accounts";
import { addKeys } from "./keys";
import { MEMBERS, PROJECTS, SIZES } from "./sizes";
import { findOrBuildDatabase, SECRET } from "./database";

const size = SIZES.tiny;
const folder = temporaryFolder();
const database = join(folder.path, "tenantry.db");
const environment = {
  ENVIRONMENT: "test",
  APP_SECRET: SECRET,
  DATABASE_URL: `file:${database}`,
};
let server: ServerProcess;

beforeAll(async () => {
  copyFileSync(await findOrBuildDatabase(size), database);
  await addKeys(database, size);
  server = await spawnServer(folder.path, environment);
});
afterAll(async () => {
  await server.end("SIGTERM");
  folder.remove();
});

function get(path: string, cookie: string): Promise<Response> {
  return fetch(new URL(`/api${path}`, server.url), { headers: { cookie } });
}

async function countItems(path: string, cookie: string): Promise<number> {
  const response = await get(path, cookie);
  const { items } = (await response.json()) as { items: unknown[] };
  return items.length;
}

test("an admin of the benchmark sees the members, projects and organizations", async () => {
  for (const { slug, cookie } of admins(size)) {
    const org = `/organizations/${slug}`;
    expect(await countItems(`${org}/members`, cookie)).toBe(MEMBERS);
    expect(await countItems(`${org}/projects?limit=100`, cookie)).toBe(
      PROJECTS,
    );
    expect(await countItems("/organizations", cookie)).toBe(3);
  }
});

test("a member of a big organization sees a page of its 1,000 members", async () => {
  for (const { slug, cookie } of membersOfBig(size)) {
    const members = `/organizations/${slug}/members?limit=50`;
    expect(await countItems(members, cookie)).toBe(50);
  }
});

test("the audit log of every organization of the benchmark is complete", async () => {
  const { output, exitCode } = await runProgram(
    folder.path,
    ["audit", "verify"],
    environment,
  );
  expect(output).toContain(`${PROJECTS + 1} events`);
  expect(exitCode).toBe(0);
});
