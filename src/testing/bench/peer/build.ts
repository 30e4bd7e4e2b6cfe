/** Writes a database with the same people, organizations, members and projects as that of the product. */
import { hashPassword } from "better-auth/crypto";
import { getMigrations } from "better-auth/db/migration";
import {
  firstOfBig,
  MEMBERS,
  MEMBERS_OF_BIG,
  ORGANIZATIONS_OF_ADMIN,
  PEOPLE_OF_SMALL,
  PROJECTS,
  SIZES,
  type SizeName,
  smallOrganizations,
} from "../data/sizes";
import { createAuth } from "./auth";

const [path = "", name = "", password = ""] = process.argv.slice(2);
const size = SIZES[name as SizeName];
const small = smallOrganizations(size);
const { auth, database } = createAuth(path, "http://127.0.0.1", "unused");

const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
const LATER = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+3650 days')";
const OTHERS = MEMBERS - ORGANIZATIONS_OF_ADMIN;
const MEMBERSHIPS =
  "insert into member (id, organizationId, userId, role, createdAt)";

const { runMigrations } = await getMigrations(auth.options);
await runMigrations();
createProjects();
database.run("begin");
await fillPeople();
fillOrganizations();
fillMembers();
fillSessions();
fillProjects();
database.run("commit");
database.run("pragma wal_checkpoint(truncate)");
database.close();

function createProjects(): void {
  database.run(`create table project (
    id text primary key,
    organizationId text not null references organization (id) on delete cascade,
    name text not null, description text not null, status text not null,
    createdBy text references user (id), createdAt text not null, updatedAt text not null)`);
  database.run(
    "create index project_organization on project (organizationId, id)",
  );
}

async function fillPeople(): Promise<void> {
  const passwordHash = await hashPassword(password);
  fill(
    size.people,
    `insert into user (id, name, email, emailVerified, createdAt, updatedAt)
      select ${id("usr")}, 'Person ' || n, 'person-' || n || '@example.com', 1, ${NOW}, ${NOW} from numbers`,
  );
  fill(
    size.people,
    `insert into account (id, accountId, providerId, userId, password, createdAt, updatedAt)
      select ${id("acc")}, ${id("usr")}, 'credential', ${id("usr")}, '${passwordHash}', ${NOW}, ${NOW} from numbers`,
  );
}

function fillOrganizations(): void {
  fill(
    size.organizations,
    `insert into organization (id, name, slug, createdAt)
      select ${id("org")}, 'Organization ' || n, 'organization-' || n, ${NOW} from numbers`,
  );
}

function fillMembers(): void {
  const three = ORGANIZATIONS_OF_ADMIN;
  fill(
    small * three,
    `${MEMBERSHIPS} select ${id("mea")}, ${id("org", `n / ${three}`)},
      ${id("usr", `((n / ${three} + n % ${three}) % ${small}) * ${PEOPLE_OF_SMALL}`)},
      iif(n % ${three} = 0, 'owner', 'member'), ${NOW} from numbers`,
  );
  fill(
    small * OTHERS,
    `${MEMBERSHIPS} select ${id("meo")}, ${id("org", `n / ${OTHERS}`)},
      ${id("usr", `(n / ${OTHERS}) * ${PEOPLE_OF_SMALL} + 1 + n % ${OTHERS}`)}, 'member', ${NOW} from numbers`,
  );
  fill(
    size.big * MEMBERS_OF_BIG,
    `${MEMBERSHIPS} select ${id("meb")}, ${id("org", `${small} + n / ${MEMBERS_OF_BIG}`)},
      ${id("usr", `${firstOfBig(size)} + n`)}, iif(n % ${MEMBERS_OF_BIG} = 0, 'owner', 'member'), ${NOW} from numbers`,
  );
}

/** The active organization of a session is the one that the person owns, if any. */
function fillSessions(): void {
  fill(
    size.people,
    `insert into session (id, token, userId, expiresAt, createdAt, updatedAt, ipAddress, userAgent, activeOrganizationId)
      select ${id("ses")}, ${id("tok")}, ${id("usr")}, ${LATER}, ${NOW}, ${NOW}, '127.0.0.1', 'A browser',
        (select organizationId from member where userId = ${id("usr")} order by role desc limit 1) from numbers`,
  );
}

function fillProjects(): void {
  const organization = id("org", `n / ${PROJECTS}`);
  fill(
    size.organizations * PROJECTS,
    `insert into project (id, organizationId, name, description, status, createdBy, createdAt, updatedAt)
      select ${id("prj")}, ${organization}, 'Project ' || n, 'One of fifty projects.', 'active',
        (select userId from member where organizationId = ${organization} and role = 'owner'), ${NOW}, ${NOW} from numbers`,
  );
}

function id(prefix: string, n = "n"): string {
  return `printf('${prefix}_%026d', ${n})`;
}

function fill(count: number, sql: string): void {
  database.run(
    `with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${count - 1}) ${sql}`,
  );
}
