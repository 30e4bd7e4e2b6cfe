import { expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import { addUser } from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");

/** Adds a pending sign-up with the address, and a browser that has opened its verification link. */
function addPending(email: string): InStatement[] {
  return ["sign_ups", "email_verifications"].map((table) => ({
    sql: `insert into ${table} (id, email, name, token_hash, browser_hash, expires_at, created_at)
      values (?1, ?2, '', ?1, ?1, 9999999999999, 1)`,
    args: [newId("signUp"), email],
  }));
}

async function pendingAddresses(): Promise<string[]> {
  const { rows } = await db.client.execute(
    "select email from sign_ups union all select email from email_verifications",
  );
  return rows.map(({ email }) => String(email)).toSorted();
}

test("pending sign-ups end when their address gets, changes to, or loses an account", async () => {
  const user = newId("user");
  const [first, second, other] = [
    `${user}@example.com`,
    "b@example.com",
    "c@example.com",
  ];
  const changes: [statement: InStatement, ended: string[]][] = [
    [addUser(user), [first]],
    [
      { sql: "update users set email = ? where id = ?", args: [second, user] },
      [first, second],
    ],
    [{ sql: "delete from users where id = ?", args: [user] }, [second]],
  ];
  for (const [statement, ended] of changes) {
    await run("delete from sign_ups", "delete from email_verifications");
    await run(...[first, second, other].flatMap(addPending));
    await run(statement);
    const left = [first, second, other].filter(
      (email) => !ended.includes(email),
    );
    expect(await pendingAddresses()).toEqual(
      left.flatMap((email) => [email, email]).toSorted(),
    );
  }
});
