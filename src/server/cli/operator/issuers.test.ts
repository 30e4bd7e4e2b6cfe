import {
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import { join } from "node:path";
import { completeProviderFlow } from "#testing/kit/oauth-flow";
import { startGitHub } from "#testing/peers/github";
import { expectStatus } from "#testing/kit/server";
import { fixture, serverOfEachTest } from "#testing/kit/suite";
import { runProgram, spawnServer } from "#testing/kit/process";
import { problemOf } from "#testing/kit/problem";
import { temporaryFolder } from "#testing/kit/temporary";
import type { ProviderConfig } from "#server/kernel/config/identity-providers";
import { forgetIssuer, reconcileIssuers } from "./issuers";

// This timeout stops a test that hangs. It is high because programs start slowly on a busy machine.
setDefaultTimeout(300_000);

const github = fixture(startGitHub);
beforeAll(() => {
  const email = "ana@example.com";
  const emails = [{ email, primary: true, verified: true }];
  github.know({ id: 42, login: "ana", emails });
});

describe("in one database", () => {
  const server = serverOfEachTest(() => github.environment);
  let providers: ProviderConfig[];
  beforeEach(async () => {
    ({ providers } = server.config);
    expectStatus(
      await completeProviderFlow(server.stranger(), "github", { as: "ana" }),
      200,
    );
  });

  async function issuers(): Promise<unknown[]> {
    const { rows } = await server.db.client.execute(
      "select issuer from identities",
    );
    return rows.map(({ issuer }) => issuer);
  }

  const moveTo = (issuer: string | null) =>
    server.db.client.execute({
      sql: "update identities set issuer = ?",
      args: [issuer],
    });

  test("a linked account is stored with its issuer", async () => {
    expect(await issuers()).toEqual([github.environment.GITHUB_URL]);
    await reconcileIssuers(server.db, providers);
  });

  test("a linked account without an issuer gets the configured one, and signs in", async () => {
    await moveTo(null);
    await reconcileIssuers(server.db, providers);
    expect(await issuers()).toEqual([github.environment.GITHUB_URL]);
    const again = server.stranger();
    expectStatus(
      await completeProviderFlow(again, "github", { as: "ana" }),
      200,
    );
    expectStatus(await again.get("/auth/me"), 200);
  });

  test("the same account id at another issuer is another user", async () => {
    await moveTo("https://github.elsewhere.example");
    const other = server.stranger();
    const answer = await completeProviderFlow(other, "github", { as: "ana" });
    expect(problemOf(answer).reason).toBe("ACCOUNT_EXISTS");
    expectStatus(await other.get("/auth/me"), 401);
  });

  test("forgetting an issuer deletes its linked accounts only", async () => {
    const stored = "https://github.elsewhere.example";
    await moveTo(stored);
    await expect(reconcileIssuers(server.db, providers)).rejects.toThrow(
      "GITHUB_URL: is",
    );
    expect(await forgetIssuer(server.db, "https://nobody.example")).toBe(0);
    expect(await forgetIssuer(server.db, stored)).toBe(1);
    await reconcileIssuers(server.db, providers);
  });
});

test("a server refuses to start with a changed issuer until it is forgotten", async () => {
  const folder = temporaryFolder();
  try {
    const server = await spawnServer(folder.path, github.environment);
    expectStatus(
      await completeProviderFlow(server.stranger(), "github", { as: "ana" }),
      200,
    );
    expect(await server.end("SIGTERM")).toBe(0);
    const stored = String(github.environment.GITHUB_URL);
    const environment = {
      ...github.environment,
      GITHUB_URL: "https://github.elsewhere.example",
      ENVIRONMENT: "test",
      DATABASE_URL: `file:${join(folder.path, "tenantry.db")}`,
    };
    expect(await runProgram(folder.path, ["serve"], environment)).toEqual({
      exitCode: 1,
      output: `tenantry: GITHUB_URL: is https://github.elsewhere.example, but users have linked accounts of ${stored}, and the same account id may belong to another user there. Set it back, or remove these linked accounts with: tenantry forget-issuer ${stored}\n`,
    });
    expect(
      await runProgram(folder.path, ["forget-issuer", stored], environment),
    ).toEqual({ exitCode: 0, output: "Removed linked accounts: 1.\n" });
    const moved = await spawnServer(folder.path, environment);
    expect(await moved.end("SIGTERM")).toBe(0);
  } finally {
    folder.remove();
  }
});
