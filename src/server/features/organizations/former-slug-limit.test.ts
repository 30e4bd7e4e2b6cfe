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

describe("a former slug", () => {
  const rename = (orgId: string, slug: string, at: number) => ({
    sql: "update organizations set slug = ?, updated_at = ? where id = ?",
    args: [slug, at, orgId],
  });
  const former = async (orgId: string): Promise<object[]> => {
    const { rows } = await db.client.execute({
      sql: "select slug, held_until from former_slugs where org_id = ? order by slug",
      args: [orgId],
    });
    return rows.map((row) => ({ ...row }));
  };
  const DAYS_90 = 90 * 24 * 60 * 60 * 1000;

  test("is reserved for its organization for 90 days", async () => {
    const { orgId, slug } = await addOrganization(db);
    const other = await addOrganization(db);
    await run(rename(orgId, "moved", 1000));
    expect(await former(orgId)).toEqual([{ slug, held_until: 1000 + DAYS_90 }]);
    await expectRefused(
      rename(other.orgId, slug, 1000 + DAYS_90 - 1),
      "SLUG_TAKEN",
    );
    await run(rename(other.orgId, slug, 1000 + DAYS_90));
    expect(await former(orgId)).toEqual([]);
  });

  test("ends when a new organization takes it", async () => {
    const { orgId, slug } = await addOrganization(db);
    await run(rename(orgId, `${slug}-new`, 1000));
    await run({
      sql: "insert into organizations (id, name, slug, settings, created_at, updated_at) values (?, '', ?, '{}', 1, ?)",
      args: [newId("organization"), slug, 1000 + DAYS_90],
    });
    expect(await former(orgId)).toEqual([]);
  });

  test("can be taken back, and the slug in between is reserved then", async () => {
    const { orgId, slug } = await addOrganization(db);
    await run(rename(orgId, "between", 1000));
    await run(rename(orgId, slug, 2000));
    expect(await former(orgId)).toEqual([
      { slug: "between", held_until: 2000 + DAYS_90 },
    ]);
  });

  test("is one of at most five of an organization", async () => {
    const { orgId, slug } = await addOrganization(db);
    const nth = (n: number) => `${slug}-${n}`;
    for (let n = 1; n <= 5; n++) await run(rename(orgId, nth(n), 1000 + n));
    expect(await former(orgId)).toHaveLength(5);
    await expectRefused(rename(orgId, nth(6), 2000), "SLUG_LIMIT");
    // If the organization takes a former slug back, its current slug becomes a former slug, so the number of former
    // slugs stays the same.
    await run(rename(orgId, nth(2), 2000));
    await expectRefused(rename(orgId, nth(6), 2000), "SLUG_LIMIT");
    const isFree = 1001 + DAYS_90;
    await expectRefused(rename(orgId, nth(6), isFree - 1), "SLUG_LIMIT");
    await run(rename(orgId, nth(6), isFree));
  });

  test("is not created when only the name changes", async () => {
    const { orgId, slug } = await addOrganization(db);
    await run(rename(orgId, slug, 1000));
    expect(await former(orgId)).toEqual([]);
  });

  test("in use cannot be taken by a replace statement", async () => {
    const { orgId, slug } = await addOrganization(db);
    const other = await addOrganization(db);
    const create = (wanted: string) => ({
      sql: "insert or replace into organizations (id, name, slug, settings, created_at, updated_at) values ('org_thief', 'Thief', ?, '{}', 1, 1500)",
      args: [wanted],
    });
    await run(rename(orgId, `${slug}-new`, 1000));
    await expectRefused(create(slug), "SLUG_TAKEN");
    await expectRefused(create(`${slug}-new`), "organizations.slug");
    const move = rename(other.orgId, `${slug}-new`, 1500);
    const push = move.sql.replace("update", "update or replace");
    await expectRefused({ ...move, sql: push }, "organizations.slug");
  });
});
