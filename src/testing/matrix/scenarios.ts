import { newId } from "#shared/id";
import { type Role, ROLES } from "#shared/permissions";
import { hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import { invitations } from "#server/features/invitations/table";
import { projects } from "#server/features/projects/table";
import { memberships } from "#server/core/memberships/table";
import type { Actor } from "../kit/actor";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "../kit/api-keys";
import {
  expectStatus,
  type TestOrganization,
  type TestServer,
} from "../kit/server";

/** The callers of a procedure: each role, a member of another organization, and a browser that is not signed in. */
export const CALLERS = [
  "admin",
  "member",
  "viewer",
  "stranger",
  "signedOut",
] as const;
export type Caller = (typeof CALLERS)[number];
/** The callers with an API key: the admin's personal key, and a service account with the role `member`. */
export const PROGRAMS = ["adminKey", "serviceAccount"] as const;
export type Program = (typeof PROGRAMS)[number];

/** The callers and a second admin, who makes sure that the first admin is not the last one. */
export type Roles = Record<Caller | "deputy", Actor>;

/** A new organization for one call, so that the call does not depend on earlier calls. */
export interface Scenario {
  server: TestServer;
  caller: Actor;
  roles: Roles;
  org: string;
  orgId: string;
  projectOf: Record<"admin" | "member", string>;
  /** A pending invitation to the stranger. */
  invitation: { id: string; token: string };
}

/** Signs up the users once for all scenarios. */
export async function createRoles(server: TestServer): Promise<Roles> {
  const [admin, deputy, member, viewer, stranger] = await Promise.all([
    server.person("Ada"),
    server.person("Dee"),
    server.person("Mel"),
    server.person("Vic"),
    server.person("Stan"),
  ]);
  await server.organization(stranger);
  const signedOut = server.stranger();
  return { admin, deputy, member, viewer, stranger, signedOut };
}

/** @param org an organization whose only member is the admin of `everyone`; by default a new organization */
export async function createScenario(
  server: TestServer,
  everyone: Roles,
  caller: Caller,
  org?: TestOrganization,
): Promise<Scenario> {
  const roles = { ...everyone, signedOut: server.stranger() };
  const { admin } = roles;
  return fillScenario(
    server,
    roles,
    caller,
    org ?? (await server.organization(admin)),
  );
}

/** Creates an API key with all scopes: the admin's, or the key of a service account with the role `member`. */
export async function createProgram(
  { server, roles, orgId }: Scenario,
  program: Program,
): Promise<KeyActor> {
  if (program === "adminKey") return addPersonalKey(server, orgId, roles.admin);
  const { db } = server;
  const account = await addServiceAccount(db, orgId, "member", roles.admin);
  return addServiceKey(server, orgId, account);
}

async function fillScenario(
  server: TestServer,
  roles: Roles,
  caller: Caller,
  org: TestOrganization,
): Promise<Scenario> {
  const { admin, deputy, member, viewer } = roles;
  const orgId = org.id;
  const now = server.services.deps.now();
  const invitation = { id: newId("invitation"), token: newToken() };
  const projectOf = { admin: newId("project"), member: newId("project") };
  await server.db.client.batch([
    membership(orgId, deputy, "admin"),
    membership(orgId, member, "member"),
    membership(orgId, viewer, "viewer"),
    insertStatement(invitations, {
      orgId,
      id: invitation.id,
      email: roles.stranger.email,
      role: "viewer",
      status: "pending",
      tokenHash: hashToken(invitation.token),
      invitedBy: admin.id,
      expiresAt: now + 60_000,
      createdAt: now,
    }),
    project(orgId, projectOf.admin, admin),
    project(orgId, projectOf.member, member),
  ]);
  return {
    server,
    caller: roles[caller],
    roles,
    org: org.slug,
    orgId,
    projectOf,
    invitation,
  };
}

/** Replaces the caller by a new user with the same role. For calls after which a test cannot use the caller again. */
export async function useDisposableCaller(scenario: Scenario): Promise<Actor> {
  const { server, roles, caller, orgId } = scenario;
  if (caller === roles.signedOut) return caller;
  const disposableCaller = await server.person();
  const role = ROLES.find((name) => roles[name] === caller);
  if (role)
    await server.db.client.execute(membership(orgId, disposableCaller, role));
  // `signInAgain` does nothing for a user without an id.
  disposableCaller.id = "";
  scenario.caller = disposableCaller;
  return disposableCaller;
}

/** Removes all other admins if the caller is an admin. */
export async function leaveNoOtherAdmin({
  server,
  orgId,
  roles,
  caller,
}: Scenario) {
  await server.db.client.execute({
    sql: `delete from memberships where org_id = ? and user_id in (?, ?) and exists (
      select 1 from memberships as mine join users on users.id = mine.user_id
      where mine.org_id = memberships.org_id and mine.role = 'admin' and users.email = ?)`,
    args: [orgId, roles.admin.id, roles.deputy.id, caller.email],
  });
}

function membership(orgId: string, actor: Actor, role: Role) {
  return insertStatement(memberships, {
    orgId,
    id: newId("membership"),
    userId: actor.id,
    role,
    joinedAt: Date.now(),
  });
}

function project(orgId: string, id: string, { id: createdBy }: Actor) {
  const now = Date.now();
  const times = { createdAt: now, updatedAt: now };
  return insertStatement(projects, {
    orgId,
    id,
    name: "A plan",
    createdBy,
    ownerId: createdBy,
    ...times,
  });
}

/** Signs a caller in again if the call ended or replaced the caller's session. */
export async function signInAgain(actor: Actor): Promise<void> {
  const { body } = await actor.get("/auth/me");
  if (actor.id && body.id !== actor.id) expectStatus(await actor.signIn(), 200);
}
