import { newId } from "#shared/id";
import { type Role, ROLES } from "#shared/permissions";
import { hashToken, newToken } from "#server/kernel/crypto";
import { insertStatement } from "#server/kernel/db/statement";
import { invitations } from "#server/features/invitations/table";
import { projects } from "#server/features/projects/table";
import { memberships } from "#server/core/memberships/table";
import type { Actor } from "../kit/actor";
import {
  expectStatus,
  type TestOrganization,
  type TestServer,
} from "../kit/server";

/** Who may try something: each role, a member of another organization, and nobody. */
export const CALLERS = [
  "admin",
  "member",
  "viewer",
  "stranger",
  "signedOut",
] as const;
export type Caller = (typeof CALLERS)[number];
/** The callers, and a second admin, so that the first one is not the last. */
export type Roles = Record<Caller | "deputy", Actor>;

/** An organization of the cast that is as new, so that what one caller does never decides what the next may do. */
export interface Room {
  server: TestServer;
  caller: Actor;
  cast: Roles;
  org: string;
  orgId: string;
  projectOf: Record<"admin" | "member", string>;
  /** Addressed to the stranger. */
  invitation: { id: string; token: string };
}

/** People for all rooms, who sign up once. */
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

/** @param org an organization in which nobody is but the cast's admin; a fresh one when left out */
export async function openRoom(
  server: TestServer,
  everyone: Roles,
  caller: Caller,
  org?: TestOrganization,
): Promise<Room> {
  const cast = { ...everyone, signedOut: server.stranger() };
  const { admin } = cast;
  return furnish(
    server,
    cast,
    caller,
    org ?? (await server.organization(admin)),
  );
}

async function furnish(
  server: TestServer,
  cast: Roles,
  caller: Caller,
  org: TestOrganization,
): Promise<Room> {
  const { admin, deputy, member, viewer } = cast;
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
      email: cast.stranger.email,
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
    caller: cast[caller],
    cast,
    org: org.slug,
    orgId,
    projectOf,
    invitation,
  };
}

/** Lets somebody new with the caller's role make the attempt: the caller is needed for the next one. */
export async function sendUnderstudy(room: Room): Promise<Actor> {
  const { server, cast, caller, orgId } = room;
  if (caller === cast.signedOut) return caller;
  const disposableCaller = await server.person();
  const role = ROLES.find((name) => cast[name] === caller);
  if (role)
    await server.db.client.execute(membership(orgId, disposableCaller, role));
  // Nobody has to be signed in again who is gone.
  disposableCaller.id = "";
  room.caller = disposableCaller;
  return disposableCaller;
}

/** Leaves the one who makes the attempt as the only admin, if they are one. */
export async function leaveNoOtherAdmin({ server, orgId, cast, caller }: Room) {
  await server.db.client.execute({
    sql: `delete from memberships where org_id = ? and user_id in (?, ?) and exists (
      select 1 from memberships as mine join users on users.id = mine.user_id
      where mine.org_id = memberships.org_id and mine.role = 'admin' and users.email = ?)`,
    args: [orgId, cast.admin.id, cast.deputy.id, caller.email],
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
    ...times,
  });
}

/** Gives a caller back the session that an attempt ended or replaced. */
export async function signInAgain(actor: Actor): Promise<void> {
  const { body } = await actor.get("/auth/me");
  if (actor.id && body.id !== actor.id) expectStatus(await actor.signIn(), 200);
}
