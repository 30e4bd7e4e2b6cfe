import type { Client } from "@libsql/client";
import { hashToken } from "#server/kernel/crypto";
import { createPasswords } from "#server/core/users/passwords";
import { admins, membersOfBig, PASSWORD, secretOf } from "./accounts";
import { writeAuditLogs } from "./audit-logs";
import {
  firstOfBig,
  MEMBERS,
  MEMBERS_OF_BIG,
  ORGANIZATIONS_OF_ADMIN,
  PEOPLE_OF_SMALL,
  PROJECTS,
  type Size,
  smallOrganizations,
} from "./sizes";

const DAY = 24 * 60 * 60 * 1000;
/** Far enough away that a kept database stays usable. */
const SESSION_LIFETIME = 3650 * DAY;
/** Portions keep the memory of a transaction small. */
const PORTION = 100_000;

/**
 * Fills an empty database with a few SQL statements. The rows equal those that the program would write, and all
 * triggers run.
 */
export async function fillDatabase(
  client: Client,
  size: Size,
  secret: string,
): Promise<void> {
  const now = Date.now();
  const small = smallOrganizations(size);
  const passwordHash = await createPasswords().hash(PASSWORD);
  const fill = async (count: number, sql: string, ...args: unknown[]) => {
    for (let first = 0; first < count; first += PORTION) {
      const last = Math.min(first + PORTION, count) - 1;
      await client.execute({
        sql: `with recursive numbers(n) as (select ?1 union all select n + 1 from numbers where n < ?2) ${sql}`,
        args: [first, last, ...(args as string[])],
      });
    }
  };
  await fill(size.people, PEOPLE, now, passwordHash);
  await fill(size.organizations, ORGANIZATIONS, now, small);
  await fill(small, ADMINS, small, now);
  await fill(small * ORGANIZATIONS_OF_ADMIN, FURTHER_ADMINS, small, now);
  await fill(small * (MEMBERS - ORGANIZATIONS_OF_ADMIN), OTHER_MEMBERS, now);
  const ofBig = [small, firstOfBig(size), now];
  await fill(size.big * MEMBERS_OF_BIG, MEMBERS_OF_BIG_ONES, ...ofBig);
  await fill(size.organizations * PROJECTS, PROJECT_ROWS, now);
  await fill(size.people, SESSIONS, now, hashToken("none"), SESSION_LIFETIME);
  await writeAuditLogs(client, size, secret, now);
  await writeSecrets(client, size, now);
}

const id = (prefix: string, n = "n") => `printf('${prefix}_%026d', ${n})`;
/** Time of a row: rows with higher numbers are newer, and all are within a month. */
const at = (now: string) => `${now} - 2592000000 + n`;
const PEOPLE = `insert into users (id, email, name, password_hash, email_verified_at, created_at)
  select ${id("usr")}, 'person-' || n || '@example.com', 'Person ' || n, ?4, ${at("?3")}, ${at("?3")} from numbers`;

const ORGANIZATIONS = `insert into organizations
    (id, name, slug, plan, settings, seats, project_limit, role_limit, service_account_limit, audit_retention_days, created_at, updated_at)
  select ${id("org")}, 'Organization ' || n, 'organization-' || n, iif(n < ?4, 'team', 'business'), '{}',
    iif(n < ?4, 200, 10000), iif(n < ?4, 2500, null), iif(n < ?4, 20, 50), iif(n < ?4, 20, 100), iif(n < ?4, 730, 2555),
    ${at("?3")}, ${at("?3")}
  from numbers`;

const MEMBERSHIPS =
  "insert into memberships (org_id, id, user_id, role, joined_at)";

const ADMINS = `${MEMBERSHIPS}
  select ${id("org")}, ${id("mem", "0")}, ${id("usr", `n * ${PEOPLE_OF_SMALL}`)}, 'admin', ${at("?4")} from numbers`;

/** The admins of the two organizations before are members, too. */
const FURTHER_ADMINS = `${MEMBERSHIPS}
  select ${id("org", `n / ${ORGANIZATIONS_OF_ADMIN}`)}, ${id("mem", `n % ${ORGANIZATIONS_OF_ADMIN}`)},
    ${id("usr", `((n / ${ORGANIZATIONS_OF_ADMIN} + n % ${ORGANIZATIONS_OF_ADMIN}) % ?3) * ${PEOPLE_OF_SMALL}`)}, 'member', ${at("?4")}
  from numbers where n % ${ORGANIZATIONS_OF_ADMIN} > 0`;

const OTHERS = MEMBERS - ORGANIZATIONS_OF_ADMIN;
const OTHER_MEMBERS = `${MEMBERSHIPS}
  select ${id("org", `n / ${OTHERS}`)}, ${id("mem", `${ORGANIZATIONS_OF_ADMIN} + n % ${OTHERS}`)},
    ${id("usr", `(n / ${OTHERS}) * ${PEOPLE_OF_SMALL} + 1 + n % ${OTHERS}`)}, iif(n % ${OTHERS} = 0, 'viewer', 'member'), ${at("?3")}
  from numbers`;

const MEMBERS_OF_BIG_ONES = `${MEMBERSHIPS}
  select ${id("org", `?3 + n / ${MEMBERS_OF_BIG}`)}, ${id("mem", `n % ${MEMBERS_OF_BIG}`)}, ${id("usr", "?4 + n")},
    iif(n % ${MEMBERS_OF_BIG} = 0, 'admin', 'member'), ${at("?5")}
  from numbers`;

/** The first member of an organization created its projects. */
const PROJECT_ROWS = `insert into projects (org_id, id, name, description, created_by, created_at, updated_at)
  select ${id("org", `n / ${PROJECTS}`)}, ${id("prj")}, 'Project ' || n, 'One of fifty projects.', user_id, ${at("?3")}, ${at("?3")}
  from numbers join memberships on org_id = ${id("org", `n / ${PROJECTS}`)} and id = ${id("mem", "0")}`;

const SESSIONS = `insert into sessions
    (id, user_id, secret_hash, idle_expires_at, absolute_expires_at, authenticated_at, user_agent, address, created_at, last_seen_at)
  select ${id("ses")}, ${id("usr")}, ?4, ?3 + ?5, ?3 + ?5, ?3, 'A browser', '127.0.0.1', ?3, ?3 from numbers`;

/** Stores the secrets of the people whose requests are measured. */
async function writeSecrets(
  client: Client,
  size: Size,
  now: number,
): Promise<void> {
  const people = [...admins(size), ...membersOfBig(size)];
  const statements = people.flatMap(({ person }) => [
    {
      sql: `update sessions set secret_hash = ? where id = ${id("ses", "?")}`,
      args: [hashToken(secretOf("session", person)), person],
    },
    {
      sql: `insert into known_devices (id, user_id, token_hash, created_at, last_used_at) values (${id("dev", "?1")}, ${id("usr", "?1")}, ?2, ?3, ?3)`,
      args: [person, hashToken(secretOf("device", person)), now],
    },
  ]);
  await client.batch(statements, "write");
}
