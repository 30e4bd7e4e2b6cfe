import { expect } from "bun:test";
import { join } from "node:path";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import { users } from "#server/core/users/table";
import { type Database, openDatabase } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import { memberships } from "#server/core/memberships/table";
import { organizations } from "#server/core/organizations/table";
import { snapshot } from "./snapshot";
import { copyMigratedDatabase } from "./template";
import { temporaryFolder } from "./temporary";

export interface TestDatabase {
  db: Database;
  stop(): void;
}

/**
 * Opens a database with the current schema, without a server.
 * @param prepare creates the file; by default the file is a copy of the migrated template
 */
export async function openTestDatabase(
  prepare = copyMigratedDatabase,
): Promise<TestDatabase> {
  const folder = temporaryFolder();
  const path = join(folder.path, "test.db");
  await prepare(path);
  const db = await openDatabase({ url: `file:${path}` });
  return {
    db,
    stop() {
      db.close();
      folder.remove();
    },
  };
}

/** Inserts an organization and its admin directly into the database. */
export async function addOrganization({ client }: Database) {
  const orgId = newId("organization");
  const userId = newId("user");
  const now = Date.now();
  await client.batch(
    [
      insertStatement(organizations, {
        id: orgId,
        name: "Acme",
        slug: orgId.replace("_", "-"),
        plan: "free",
        settings: {},
        createdAt: now,
        updatedAt: now,
      }),
      addUser(userId),
      addMember(orgId, userId, "admin"),
    ],
    "write",
  );
  return { orgId, userId, slug: orgId.replace("_", "-") };
}

export function addUser(id: string) {
  return insertStatement(users, {
    id,
    email: `${id}@example.com`,
    name: "A user",
    emailVerifiedAt: Date.now(),
    createdAt: Date.now(),
  });
}

export function addMember(orgId: string, userId: string, role: string) {
  return insertStatement(memberships, {
    orgId,
    id: newId("membership"),
    userId,
    role,
    joinedAt: Date.now(),
  });
}

/** Expects that the schema rejects the statement with the message and that the database does not change. */
export async function expectRefused(
  db: Database,
  statement: InStatement,
  message: string,
): Promise<void> {
  const before = await snapshot(db);
  const error: unknown = await db.client
    .batch([statement], "write")
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toContain(message);
  expect(await snapshot(db)).toEqual(before);
}
