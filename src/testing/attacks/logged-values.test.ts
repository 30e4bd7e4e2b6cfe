import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { newId } from "#shared/id";
import { createLocalClient } from "#server/kernel/db/local/client";
import { expectStatus } from "../kit/people";
import { type ServerProcess, spawnServer } from "../kit/process";
import { temporaryFolder } from "../kit/temporary";
import { until } from "../kit/until";

setDefaultTimeout(300_000);

const EMAIL = "vera.unknown@example.com";
const TOKEN = "a-token-that-came-by-mail-43-characters-long";
const SECRET = "s".repeat(43);

const folder = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
  server = await spawnServer(folder.path, { LOG_LEVEL: "debug" });
});
afterAll(async () => {
  await server.end("SIGKILL");
  folder.remove();
});

/** Renames tables while the server runs, so that the server's queries fail. */
async function breakReads(): Promise<void> {
  const path = join(folder.path, "tenantry.db");
  const client = createLocalClient({ path, busyTimeoutMs: 5000 });
  for (const table of ["users", "sessions", "password_resets", "sign_ups"])
    await client.execute(`alter table ${table} rename to ${table}_away`);
  client.close();
}

test("a failed query is logged without its parameters", async () => {
  const stranger = server.stranger();
  expectStatus(await stranger.get("/auth/context"), 401);
  const session = newId("session");
  await breakReads();
  const password = "a password that nobody has";
  const answers = await Promise.all([
    stranger.post("/auth/sign-in", { email: EMAIL, password }),
    stranger.post("/auth/reset-password", { token: TOKEN, password }),
    stranger.post("/auth/verify-email", { token: TOKEN }),
    stranger.get("/auth/me", {
      headers: { cookie: `sid=${session}.${SECRET}` },
    }),
    stranger.trpc("mutation", "auth.forgotPassword", { email: EMAIL }),
  ]);
  expect(answers.map(({ status }) => status)).toContain(500);
  const failures = answers.filter(({ status }) => status === 500).length;
  await until(
    "the failures in the log",
    () =>
      server.output().split('"msg":"unforeseen"').length > failures ||
      undefined,
  );

  const log = server.output();
  expect(log).toContain("Failed query: ");
  expect(log).toContain("no such table");
  const hashes = [TOKEN, SECRET].flatMap((secret) =>
    (["base64url", "base64", "hex"] as const).map((form) =>
      createHash("sha256").update(secret).digest(form),
    ),
  );
  for (const value of [EMAIL, TOKEN, SECRET, session, password, ...hashes])
    expect({ [value]: log.includes(value) }).toEqual({ [value]: false });
});
