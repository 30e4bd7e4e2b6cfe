import { describe, expect, test } from "bun:test";
import type { InStatement } from "@libsql/client";
import { newId } from "#shared/id";
import {
  addOrganization,
  expectRefused as expectRefusedBy,
} from "#testing/kit/database";
import { databaseSuite } from "#testing/kit/suite";

const db = databaseSuite();

const run = (...statements: InStatement[]) =>
  db.client.batch(statements, "write");
const expectRefused = (statement: InStatement, message: string) =>
  expectRefusedBy(db, statement, message);

describe("the audit log refuses:", () => {
  const event = (orgId: string, seq: number, id = newId("event")) => ({
    sql: "insert into audit_log (org_id, id, seq, at, action, actor_kind, changes) values (?, ?, ?, 1, 'projects.create', 'user', '[]')",
    args: [orgId, id, seq],
  });
  const attempts: Record<string, (orgId: string) => InStatement> = {
    "a changed event": (orgId) => ({
      sql: "update audit_log set actor_name = 'Nobody' where org_id = ?",
      args: [orgId],
    }),
    "a deleted event": (orgId) => ({
      sql: "delete from audit_log where org_id = ?",
      args: [orgId],
    }),
    "an event that replaces another of the same number": (orgId) => ({
      ...event(orgId, 1, "evt_2"),
      sql: event(orgId, 1).sql.replace("insert", "replace"),
    }),
    "an event that overwrites itself": (orgId) => ({
      ...event(orgId, 1, "evt_1"),
      sql: `${event(orgId, 1).sql} on conflict do update set action = 'nothing'`,
    }),
  };
  for (const [sentence, attempt] of Object.entries(attempts))
    test(sentence, async () => {
      const { orgId } = await addOrganization(db);
      await run(event(orgId, 1, "evt_1"));
      await expectRefused(attempt(orgId), "audit_log is append-only");
    });

  test("a second event with the same id does not replace the first", async () => {
    const { orgId } = await addOrganization(db);
    await run(event(orgId, 1, "evt_1"));
    const again = event(orgId, 9, "evt_1");
    await run({ ...again, sql: again.sql.replace("insert", "replace") });
    const { rows } = await db.client.execute({
      sql: "select seq from audit_log where org_id = ? order by seq",
      args: [orgId],
    });
    expect(rows.map(({ seq }) => seq)).toEqual([1, 9]);
  });

  test("the audit log is only deleted with its organization", async () => {
    const { orgId } = await addOrganization(db);
    await run(event(orgId, 1));
    await run({ sql: "delete from organizations where id = ?", args: [orgId] });
    await run({ sql: "delete from audit_log where org_id = ?", args: [orgId] });
  });
});
