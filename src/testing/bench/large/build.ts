import type { Client } from "@libsql/client";
import { hashToken } from "#server/kernel/crypto";

export const SIZES = {
  members: 10_000,
  events: 1_000_000,
  invitations: 10_000,
  /** Half of the members own a project each. */
  projects: 5_000,
  /** Organizations in addition to the large one. */
  organizations: 500,
};

/** The organization with 10,000 members and a million events. */
export const LARGE = { id: id("org", 0), slug: "large" };
/** A rare name for the search requests. Only `count` members have it. */
export const FEW = { name: "Äbtissin Ödön", count: 3 };
export const VIEWERS = 20;
export const WITH_TWO_FACTOR = 3_000;
/** How many events match each filter of the audit log. All other events are Ana's. */
export const EVENTS = { ben: 300_000, cleo: 40, system: 1_000, seldom: 25 };

const DAY = 24 * 60 * 60 * 1000;
const HISTORY = 80 * DAY;

/** Returns an id in the program's format with `n` as its number. Ids sort in the order of their numbers. */
export function id(prefix: string, n: number): string {
  return `${prefix}_${String(n).padStart(26, "0")}`;
}

const idOf = (prefix: string, n = "n") => `printf('${prefix}_%026d', ${n})`;
const NUMBERS = `with recursive numbers(n) as (select ?1 union all select n + 1 from numbers where n < ?2)`;

/** Writes the large organization with a few SQL statements. The rows equal those that the program would write. */
export async function buildLarge(
  client: Client,
  anaId: string,
  now: number,
): Promise<void> {
  const fill = (sql: string, first: number, last: number, ...args: unknown[]) =>
    client.execute({
      sql: sql.replace("NUMBERS", NUMBERS),
      args: [first, last, ...args.map(String)],
    });
  await fill(ORGANIZATIONS, 0, SIZES.organizations);
  await fill(OWN_MEMBERSHIPS, 0, SIZES.organizations, anaId);
  await fill(USERS, 1, SIZES.members - 1);
  await fill(MEMBERSHIPS, 1, SIZES.members - 1);
  await fill(PROJECTS, 1, SIZES.projects);
  await fill(SECOND_FACTORS, 1, WITH_TWO_FACTOR);
  await client.execute({ sql: ACTIVITY, args: [now] });
  await client.execute({ sql: TWO_FACTOR_POLICY, args: [now + 90 * DAY] });
  await fill(INVITATIONS, 1, SIZES.invitations, anaId, now, hashToken("none"));
  for (let from = 1; from < SIZES.events; from += 100_000)
    await fill(EVENT_ROWS, from, from + 99_999, anaId, now - HISTORY);
}

const ORGANIZATIONS = `NUMBERS insert into organizations (id, name, slug, settings, created_at, updated_at)
  select ${idOf("org")}, iif(n = 0, 'Large', printf('Organization %03d', n)), iif(n = 0, '${LARGE.slug}', 'organization-' || n), '{}', 1, 1 from numbers`;

const OWN_MEMBERSHIPS = `NUMBERS insert into memberships (org_id, id, user_id, role, joined_at)
  select ${idOf("org")}, ${idOf("mem", "0")}, ?3, 'admin', 1 from numbers`;

const FIRST_NAMES = JSON.stringify(
  "Mara,Jürgen,Élodie,Søren,Łukasz,Ayşe,Νίκος,Ольга,José,Wei".split(","),
);
const LAST_NAMES = JSON.stringify(
  "Weber,García,Ångström,Çelik,Παπαδόπουλος,Иванова,Nguyễn".split(","),
);

const USERS = `NUMBERS insert into users (id, email, name, email_verified_at, created_at)
  select ${idOf("usr")}, 'member-' || n || '@example.com',
    iif(n % ${Math.floor(SIZES.members / FEW.count)} = 7, '${FEW.name}',
      json_extract('${FIRST_NAMES}', '$[' || (n % 10) || ']') || ' ' || json_extract('${LAST_NAMES}', '$[' || (n % 7) || ']')), 1, 1
  from numbers`;

const MEMBERSHIPS = `NUMBERS insert into memberships (org_id, id, user_id, role, joined_at)
  select '${LARGE.id}', ${idOf("mem")}, ${idOf("usr")}, iif(n > ${SIZES.members - 1 - VIEWERS}, 'viewer', 'member'), n from numbers`;

const PROJECTS = `NUMBERS insert into projects (org_id, id, name, owner_id, created_at, updated_at)
  select '${LARGE.id}', ${idOf("prj")}, 'Project ' || n, ${idOf("usr")}, 1, 1 from numbers`;

const SECOND_FACTORS = `NUMBERS insert into totp_secrets (user_id, sealed, confirmed_at, created_at)
  select ${idOf("usr")}, 'none', 1, 1 from numbers`;

/** The members were active last on one of the last 180 days, on each day equally many. */
const ACTIVITY = `update people set last_active_at = ?1 - (rowid % 180) * ${DAY} where org_id = '${LARGE.id}'`;

const TWO_FACTOR_POLICY = `update organizations set two_factor_required_from = ?1 where id = '${LARGE.id}'`;

/**
 * A quarter of the invitations is pending, a quarter accepted, a quarter revoked and a quarter expired. Only the oldest
 * invitation was declined.
 */
const INVITATIONS = `NUMBERS insert into invitations (org_id, id, email, role, status, token_hash, invited_by, expires_at, created_at)
  select '${LARGE.id}', ${idOf("inv")}, 'invited-' || n || '@example.com', 'member',
    iif(n = 1, 'declined', json_extract('["pending","accepted","revoked","pending"]', '$[' || (n % 4) || ']')),
    ?5 || n, ?3, iif(n % 4 = 3, 1, cast(?4 as integer) + 600000000), n
  from numbers`;

/**
 * Cleo did the first few events, Ben did the rest of the oldest third, and Ana did all later ones. Every thousandth
 * event is the system's.
 */
const EVENT_ROWS = `NUMBERS, told(n, action, kind, actor, name) as (
  select n,
    case when n % ${SIZES.events / EVENTS.seldom} = 1 then 'members.updateRole' when n % 3 = 0 then 'projects.create'
      when n % 3 = 1 and n <= ${EVENTS.ben} then 'invitations.create' else 'projects.update' end,
    iif(n % ${SIZES.events / EVENTS.system} = 0, 'system', 'user'),
    case when n % ${SIZES.events / EVENTS.system} = 0 then null when n <= ${EVENTS.cleo} then ${idOf("usr", "2")}
      when n <= ${EVENTS.ben} then ${idOf("usr", "1")} else ?3 end,
    case when n % ${SIZES.events / EVENTS.system} = 0 then null else 'Somebody' end
  from numbers)
  insert into audit_log (org_id, seq, id, at, action, actor_kind, actor_id, actor_name, changes, request_id, address)
  select '${LARGE.id}', n, ${idOf("evt")}, cast(?4 as integer) + n * ${HISTORY / SIZES.events}, action, kind, actor, name,
    json_array(json_object('table', 'projects', 'id', ${idOf("prj")},
      'before', json_object('name', 'Project ' || n, 'status', 'active', 'updatedAt', n),
      'after', json_object('name', 'Project ' || n, 'status', 'archived', 'updatedAt', n + 1))),
    ${idOf("req")}, '127.0.0.1'
  from told`;
