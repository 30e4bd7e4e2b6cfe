import { beforeAll, describe, expect, test } from "bun:test";
import { DEMO_PASSWORD, DEMO_PEOPLE } from "#shared/demo";
import { isId, newId } from "#shared/id";
import { createPasswords } from "#server/core/users/passwords";
import { databaseSuite } from "#testing/kit/suite";
import { isEmpty, seedDemo } from "./demo";

const SLUGS = ["acme", "globex"];
const db = databaseSuite();
let emptyBefore: boolean;

beforeAll(async () => {
  emptyBefore = await isEmpty(db);
  await seedDemo(db, {
    secret: "a secret of at least 32 characters",
    billing: { provider: "fake" },
  });
});

describe("the demo", () => {
  test("fills an empty database", async () => {
    expect([emptyBefore, await isEmpty(db)]).toEqual([true, false]);
    expect(await values("select slug from organizations order by 1")).toEqual(
      SLUGS,
    );
  });

  test("leaves no reference without its row", async () => {
    expect(await values("pragma foreign_key_check")).toEqual([]);
  });

  test.each(SLUGS)("has people in every role in %s", async (slug) => {
    const roles = await values(
      "select distinct role from memberships where org_id = (select id from organizations where slug = ?) order by 1",
      slug,
    );
    expect(roles).toEqual(["admin", "member", "viewer"]);
  });

  test("offers people with the roles that their summaries name", async () => {
    for (const { email, name, summary } of DEMO_PEOPLE) {
      const roles = await values(
        `select m.role || ' of ' || o.name from memberships m join organizations o on o.id = m.org_id
          join users u on u.id = m.user_id where u.email = ? and u.name = ? order by o.slug`,
        email,
        name,
      );
      const claims = summary
        .split(", ")
        .filter((part) => part.includes(" of "))
        .map((part) => part.toLowerCase());
      expect(roles.map((role) => String(role).toLowerCase())).toEqual(claims);
    }
  });

  test("has service accounts with API keys whose secrets do not exist", async () => {
    const owners = await values(
      `select coalesce(a.name, 'personal') from api_keys k
        left join service_accounts a on a.org_id = k.org_id and a.id = k.service_account_id
        join organizations o on o.id = k.org_id where o.slug = 'acme' order by 1`,
    );
    expect(owners).toEqual([
      "Release bot",
      "Release bot",
      "Reports",
      "personal",
    ]);
    const expired = await values(
      "select id from api_keys where expires_at <= ? or revoked_at is not null",
      Date.now(),
    );
    expect(expired).toEqual([]);
  });

  test("has calls of every key that was used, up to today", async () => {
    const used = await values(
      "select id from api_keys where last_used_at is not null order by id",
    );
    expect(used.length).toBeGreaterThan(2);
    expect(
      await values("select distinct key_id from api_usage order by 1"),
    ).toEqual(used);
    const wrong = await values(
      "select id from api_usage where calls < writes or day > date('now') or id <> day || ' ' || key_id",
    );
    expect(wrong).toEqual([]);
  });

  test("has members who were active lately, not before they joined and not in the future", async () => {
    const wrong = await values(
      `select people.id from people join memberships using (org_id, id)
        where last_active_at not between joined_at and ?1 or last_active_at < ?1 - 30 * 86400000.0`,
      Date.now(),
    );
    expect(wrong).toEqual([]);
  });

  test("invites Layla to Globex", async () => {
    const invited = await values(
      "select o.slug from invitations i join organizations o on o.id = i.org_id where i.email = 'layla@demo.test' and i.status = 'pending' and i.expires_at > ?",
      Date.now(),
    );
    expect(invited).toEqual(["globex"]);
  });

  test("gives everyone the same password", async () => {
    const hashes = await values("select distinct password_hash from users");
    expect(hashes).toHaveLength(1);
    const [hash] = hashes;
    expect(await createPasswords().verify(DEMO_PASSWORD, String(hash))).toBe(
      true,
    );
  });

  test.each(SLUGS)(
    "has projects, and invitations pending and expired, in %s",
    async (slug) => {
      const [counts] = await rows(
        `with org as (select id from organizations where slug = ?)
          select
            (select count(*) from projects where org_id in org and status = 'active'),
            (select count(*) from projects where org_id in org and status = 'archived'),
            (select count(distinct created_by) from projects where org_id in org),
            (select count(*) from invitations where org_id in org and status = 'pending' and expires_at > ?2),
            (select count(*) from invitations where org_id in org and status = 'pending' and expires_at <= ?2)`,
        slug,
        Date.now(),
      );
      expect(counts?.every((count) => Number(count) >= 2)).toBe(true);
    },
  );

  test("has ids in the order in which the rows were created", async () => {
    const ids = await values("select id from projects order by created_at");
    expect(ids.every((id) => isId("project", String(id)))).toBe(true);
    expect(ids).toEqual(ids.map(String).toSorted());
    expect(String(ids.at(-1)) < newId("project")).toBe(true);
  });
});

describe("its audit log", () => {
  test.each(SLUGS)(
    "numbers its events without a gap and in order of time in %s",
    async (slug) => {
      const log = await rows(
        "select seq, at, id from audit_log where org_id = (select id from organizations where slug = ?) order by seq",
        slug,
      );
      expect(log.length).toBeGreaterThan(300);
      expect(log.map(([seq]) => seq)).toEqual(log.map((_, index) => index + 1));
      const times = log.map(([, at]) => Number(at));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(Date.now());
    },
  );

  test("has the last change of every project", async () => {
    const told = await rows(
      `select c.value ->> '$.id' as id, c.value ->> '$.after.updatedAt' as told, max(a.at)
        from audit_log a, json_each(a.changes) c where c.value ->> '$.table' = 'projects'
        group by 1 having told is not null order by 1`,
    );
    const stored = await rows("select id, updated_at from projects order by 1");
    expect(told.map(([id, updatedAt]) => [id, updatedAt])).toEqual(stored);
  });

  test("carries no token's hash", async () => {
    const found = await values(
      "select count(*) from audit_log where changes like '%Hash%'",
    );
    expect(found).toEqual([0]);
  });
});

async function rows(sql: string, ...args: (string | number)[]) {
  const result = await db.client.execute({ sql, args });
  return result.rows.map((row) => result.columns.map((_, i) => row[i] ?? null));
}

async function values(sql: string, ...args: (string | number)[]) {
  return (await rows(sql, ...args)).map(([value]) => value ?? null);
}
