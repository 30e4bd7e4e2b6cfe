import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Actor } from "../../testing/actor";
import { expectStatus, startServer, type TestServer } from "../../testing/kit";
import { problemOf } from "../../testing/problem";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const ELEVEN_MINUTES = 11 * 60 * 1000;

/** As if the person had last proven who they are eleven minutes ago. */
function letTimePass(actor: Actor) {
  return server.db.client.execute({
    sql: "update sessions set authenticated_at = ? where user_id = ?",
    args: [Date.now() - ELEVEN_MINUTES, actor.id],
  });
}

function prove(actor: Actor, password = actor.password) {
  return actor.post("/auth/reauthenticate", { password });
}

async function adminOfOne() {
  const admin = await server.person();
  const org = await server.organization(admin);
  const remove = () =>
    admin.delete(`/organizations/${org.slug}?confirm=${org.slug}`);
  return { admin, org, remove };
}

test("what is dangerous wants the password again after ten minutes", async () => {
  const { admin, org, remove } = await adminOfOne();
  await letTimePass(admin);
  const refused = expectStatus(await remove(), 403);
  expect(problemOf(refused).reason).toBe("REAUTHENTICATION_REQUIRED");
  expectStatus(await admin.get(`/organizations/${org.slug}`), 200);
  const proven = expectStatus(await prove(admin), 204);
  expect(proven.text).toBe("");
  expectStatus(await remove(), 204);
});

test("a wrong password opens nothing and ends nothing", async () => {
  const { admin, remove } = await adminOfOne();
  await letTimePass(admin);
  const wrong = expectStatus(await prove(admin, "a wrong passphrase"), 401);
  expect(problemOf(wrong).reason).toBe("INVALID_CREDENTIALS");
  expectStatus(await remove(), 403);
  expectStatus(await admin.get("/auth/context"), 200);
});

test("one browser's proof is not another's", async () => {
  const { admin } = await adminOfOne();
  const other = admin.elsewhere();
  expectStatus(await other.signIn(), 200);
  await letTimePass(admin);
  expectStatus(await prove(other), 204);
  const org = await server.organization(admin);
  const address = `/organizations/${org.slug}?confirm=${org.slug}`;
  expectStatus(await admin.delete(address), 403);
  expectStatus(await other.delete(address), 204);
});

test("signed out, there is nothing to prove", async () => {
  expectStatus(await prove(server.stranger()), 401);
});
