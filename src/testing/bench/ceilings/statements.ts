/**
 * The statements of the ceilings: SQL text that is prepared once with the native package `libsql`, which is also under
 * the driver of the product. They read the same rows and columns as the product.
 */
import Database from "libsql";
import { newId } from "#shared/id";
import { hashToken, newToken } from "#server/kernel/crypto";

export type Statements = ReturnType<typeof prepareStatements>;

const SESSION = `select s.id, s.user_id, s.secret_hash, s.idle_expires_at, s.absolute_expires_at, s.authenticated_at, s.last_seen_at,
    u.email, u.name as user_name, u.avatar_url, u.email_verified_at, u.suspended_at,
    o.id as org_id, o.name as org_name, o.slug, o.logo_url, o.plan, o.created_at, o.updated_at, o.two_factor_required_from,
    m.role, m.suspended_at as member_suspended_at, m.is_frozen
  from sessions s join users u on u.id = s.user_id
  left join organizations o on o.deleted_at is null and ORGANIZATION
  left join memberships m on m.org_id = o.id and m.user_id = u.id
  where s.id = ?1`;

const ORGANIZATIONS = `select o.id, o.name, o.slug, o.logo_url, o.plan, o.created_at, o.updated_at, o.two_factor_required_from, m.role, m.is_frozen
  from memberships m join organizations o on o.id = m.org_id
  where m.user_id = ? and m.suspended_at is null and o.deleted_at is null order by o.name, o.id`;

const MEMBERS = `select m.id, m.user_id, u.name, u.email, u.avatar_url, m.role, m.joined_at, m.suspended_at, m.is_frozen, m.keeps_seat
  from memberships m join users u on u.id = m.user_id where m.org_id = ? order by m.id limit 50`;

const PROJECTS = `select p.id, p.name, p.description, p.status, p.created_by, p.owner_id, p.is_frozen, p.created_at, p.updated_at,
    u.name as owner_name, u.avatar_url as owner_avatar,
    exists (select 1 from project_favourites f where f.user_id = ?2 and f.org_id = p.org_id and f.project_id = p.id) as is_favourite
  from projects p left join users u on u.id = p.owner_id where p.org_id = ?1 order by p.id desc limit 20`;

const NEW_PROJECT = `insert into projects (org_id, id, name, description, status, created_by, owner_id, created_at, updated_at)
  values (?1, ?2, ?3, '', 'active', ?4, ?4, ?5, ?5)`;

const NEW_SESSION = `insert into sessions
    (id, user_id, secret_hash, idle_expires_at, absolute_expires_at, authenticated_at, created_at, last_seen_at)
  values (?1, ?2, ?3, ?4 + 604800000, ?4 + 2592000000, ?4, ?4, ?4)`;

/** The row of a session with its user, its organization and the membership. */
export interface SessionRow {
  user_id: string;
  org_id: string | null;
}

export function prepareStatements(path: string, synchronous: string) {
  const db = new Database(path, { timeout: 5000 });
  db.exec("pragma journal_mode = wal");
  db.exec(`pragma synchronous = ${synchronous}`);
  db.exec("pragma foreign_keys = on");
  db.exec("pragma temp_store = memory");
  const session = (organization: string) =>
    db.prepare(SESSION.replace("ORGANIZATION", organization));
  const bySlug = session("o.slug = ?2");
  const byId = session("o.id = ?2");
  const active = session("o.id = u.active_org_id");
  const organizations = db.prepare(ORGANIZATIONS);
  const members = db.prepare(MEMBERS);
  const projects = db.prepare(PROJECTS);
  const newProject = db.prepare(NEW_PROJECT);
  const activate = db.prepare(
    "update users set active_org_id = ? where id = ?",
  );
  const user = db.prepare(
    "select id, password_hash from users where email = ?",
  );
  const newSession = db.prepare(NEW_SESSION);

  return {
    session: (id: string, slug: string) => bySlug.get(id, slug) as SessionRow,
    sessionInOrg: (id: string, org: string) => byId.get(id, org) as SessionRow,
    sessionAlone: (id: string) => active.get(id) as SessionRow,
    organizations: (userId: string) => organizations.all(userId),
    members: (orgId: string) => members.all(orgId),
    projects: (orgId: string, userId: string) => projects.all(orgId, userId),
    createProject(orgId: string, userId: string, name: string) {
      const id = newId("project");
      const now = BigInt(Date.now());
      newProject.run(orgId, id, name, userId, now);
      return { id, name, created_by: userId, created_at: Number(now) };
    },
    activate: (orgId: string, userId: string) => activate.run(orgId, userId),
    findUser: (email: string) =>
      user.get(email) as { id: string; password_hash: string },
    startSession(userId: string) {
      const [id, secret] = [newId("session"), newToken()];
      newSession.run(id, userId, hashToken(secret), BigInt(Date.now()));
      return `${id}.${secret}`;
    },
  };
}
