import { createPasswords } from "#server/core/users/passwords";
import { expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { comparable } from "#testing/matrix/procedures";

const server = serverSuite();

async function suspended(): Promise<Actor> {
  const actor = await server.person();
  await server.db.client.execute({
    sql: "update users set suspended_at = ? where id = ?",
    args: [Date.now(), actor.id],
  });
  return actor;
}

async function unconfirmed(): Promise<Actor> {
  const actor = new Actor(server, "Pending", "pending@example.com");
  const { name, email, password } = actor;
  expectStatus(
    await actor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  return actor;
}

test("an unknown address, a wrong password, no password and a suspended user get the same response", async () => {
  const known = await server.person();
  const passwordless = await server.person();
  await server.db.client.execute({
    sql: "update users set password_hash = null where id = ?",
    args: [passwordless.id],
  });
  const answers = [
    await new Actor(server, "Nobody", "nobody@example.com").signIn(),
    await known.otherBrowser().signIn("a wrong passphrase"),
    await known.otherBrowser().signIn(""),
    await passwordless.otherBrowser().signIn(),
    await (await suspended()).otherBrowser().signIn(),
    await (await unconfirmed()).otherBrowser().signIn("a wrong passphrase"),
  ].map(comparable);
  expect(answers[0]?.status).toBe(401);
  expect(answers[0]?.text).toContain('"reason":"INVALID_CREDENTIALS"');
  for (const answer of answers) expect(answer).toEqual(answers[0] ?? answer);
});

test("a sign-in with the password of a pending sign-up gets EMAIL_NOT_VERIFIED", async () => {
  const actor = await unconfirmed();
  const answer = await actor.otherBrowser().signIn();
  expectStatus(answer, 403);
  expect(answer.body).toMatchObject({
    code: "FORBIDDEN",
    reason: "EMAIL_NOT_VERIFIED",
  });
  expect(answer.headers.getSetCookie()).toEqual([]);
});

test("suspending a user ends their sessions", async () => {
  const actor = await suspended();
  expectStatus(await actor.get("/auth/context"), 401);
});

test("a sign-in renews a hash with weaker parameters", async () => {
  server.services.deps.passwords = createPasswords();
  const actor = await server.person();
  const weak = await Bun.password.hash(actor.password, {
    algorithm: "argon2id",
    memoryCost: 1024,
    timeCost: 1,
  });
  await server.db.client.execute({
    sql: "update users set password_hash = ? where id = ?",
    args: [weak, actor.id],
  });
  expectStatus(await actor.otherBrowser().signIn(), 200);
  const { rows } = await server.db.client.execute({
    sql: "select password_hash from users where id = ?",
    args: [actor.id],
  });
  expect(String(rows[0]?.[0])).toStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
  expectStatus(await actor.otherBrowser().signIn(), 200);
});

test("a response contains only the documented fields of a user", async () => {
  const actor = await server.person();
  const { body } = expectStatus(await actor.otherBrowser().signIn(), 200);
  expect(Object.keys(body.user ?? {}).toSorted()).toEqual(
    ["id", "email", "name", "avatarUrl", "emailVerified"].toSorted(),
  );
});
