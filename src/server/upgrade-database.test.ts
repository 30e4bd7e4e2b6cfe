import { expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { storeAsciiDomains } from "./upgrade-database";

const server = serverSuite();

/** A user whose address was stored in the form of an earlier version. */
async function userFrom(stored: string): Promise<Actor> {
  const { id, password } = await server.person();
  await server.db.client.execute({
    sql: "update users set email = ? where id = ?",
    args: [stored, id],
  });
  return new Actor(server, "Ana", stored, password);
}

async function addresses(): Promise<string[]> {
  const { rows } = await server.db.client.execute("select email from users");
  return rows.map(({ email }) => String(email));
}

test("a user whose domain was stored in Unicode signs in after the upgrade, and is the only one with the address", async () => {
  const ana = await userFrom("ana@münchen.example");
  await storeAsciiDomains(server.db.client);
  expect(await addresses()).toContain("ana@xn--mnchen-3ya.example");
  expect(await addresses()).not.toContain("ana@münchen.example");
  expectStatus(await ana.signIn(), 200);
  const { name, email, password } = ana;
  expectStatus(
    await server.stranger().post("/auth/sign-up", { name, email, password }),
    202,
  );
  const [mail] = await server.mailsTo("ana@xn--mnchen-3ya.example");
  expect(mail?.subject).toBe("You already have an account");
});

test("a user whose address has no ASCII form keeps it, signs in, and asks for a new password", async () => {
  const ben = await userFrom("ben@ac\ufe0fme.example");
  await storeAsciiDomains(server.db.client);
  expect(await addresses()).toContain(ben.email);
  expectStatus(await ben.signIn(), 200);
  const { email } = ben;
  expectStatus(
    await server.stranger().post("/auth/forgot-password", { email }),
    202,
  );
  const subjects = (await server.mailsTo(email)).map(({ subject }) => subject);
  expect(subjects).toContain("Reset your password");
});

test("two users whose addresses have the same form keep them both", async () => {
  const first = await userFrom("cleo@xn--kln-sna.example");
  const second = await userFrom("cleo@köln.example");
  await storeAsciiDomains(server.db.client);
  expect(await addresses()).toEqual(
    expect.arrayContaining([first.email, second.email]),
  );
  expectStatus(await first.signIn(), 200);
});
