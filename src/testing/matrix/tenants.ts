import { newId } from "#shared/id";
import type { Actor } from "../kit/actor";
import { addPasskey, createAuthenticator } from "../kit/authenticator";
import { addLinkedAccount } from "../kit/linked-account";
import { expectStatus, type TestServer } from "../kit/server";
import { png } from "../kit/images";
import { projectFavourites } from "#server/features/projects/table";
import { apiUsage } from "#server/core/api-usage/table";
import { insertStatement } from "#server/kernel/db/statement";

/** Ids of rows of one tenant, or ids in the same format that belong to no row. */
export interface Ids {
  project: string;
  invitation: string;
  user: string;
  membership: string;
  session: string;
  identity: string;
  passkey: string;
  domain: string;
  link: string;
  role: string;
  apiKey: string;
  serviceAccount: string;
  accessRequest: string;
}

/** An organization with a row of every kind that has an id. */
export interface Tenant {
  admin: Actor;
  /**
   * Every name by which an input can name the organization: slug, id and former slug. Also the slug and id of a deleted
   * organization of the same admin.
   */
  names: Record<
    "slug" | "id" | "formerSlug" | "deletedSlug" | "deletedId",
    string
  >;
  ids: Ids;
  /** Texts that an answer to a user outside the organization must never contain. */
  secrets: string[];
}

/** Returns well-formed names and ids that belong to no row. The ids are newer than those of all existing rows. */
export function createNobody(): Pick<Tenant, "names" | "ids"> {
  const slug = "no-such-organization";
  const id = newId("organization");
  return {
    names: { slug, id, formerSlug: slug, deletedSlug: slug, deletedId: id },
    ids: {
      project: newId("project"),
      invitation: newId("invitation"),
      user: newId("user"),
      membership: newId("membership"),
      session: newId("session"),
      identity: newId("identity"),
      passkey: newId("passkey"),
      domain: newId("domain"),
      link: newId("link"),
      role: newId("role"),
      apiKey: newId("apiKey"),
      serviceAccount: newId("serviceAccount"),
      accessRequest: newId("accessRequest"),
    },
  };
}

/** @param name one word that appears in all names and texts of the tenant */
export async function createTenant(
  server: TestServer,
  name: string,
): Promise<Tenant> {
  const admin = await server.person(`${name} Admin`);
  const org = await server.organization(admin, `${name} Works`);
  const member = await server.join(admin, org, "member", `${name} Member`);
  const guest = `guest@${name.toLowerCase()}.example`;
  const invitation = await server.invite(admin, org, guest, "viewer");
  const project = await createProject(member, org.slug, `${name} Plan`);
  const image = png(64, 64).toString("base64");
  expectStatus(
    await admin.put(`/organizations/${org.id}/logo`, { image }),
    200,
  );
  const former = await server.join(admin, org, "viewer", `${name} Former`);
  expectStatus(
    await admin.delete(`/organizations/${org.id}/members/${former.id}`),
    204,
  );
  const slug = `${org.slug}-renamed`;
  expectStatus(await admin.put(`/organizations/${org.id}`, { slug }), 200);
  const gone = await server.organization(admin, `${name} Attic`);
  expectStatus(
    await admin.delete(`/organizations/${gone.id}?confirm=${gone.slug}`),
    204,
  );
  const trial = { plan: "team" };
  expectStatus(
    await admin.post(`/organizations/${org.id}/subscription/trial`, trial),
    200,
  );
  // Insert an audit checkpoint directly, because the server creates one only when it deletes old events.
  await server.db.client.execute({
    sql: "insert into audit_checkpoints (org_id, seq, hash, signature, created_at) values (?, 0, '', '', 0)",
    args: [org.id],
  });
  await server.db.client.execute(
    insertStatement(projectFavourites, {
      orgId: org.id,
      id: newId("favourite"),
      userId: member.id,
      projectId: project,
      createdAt: 0,
    }),
  );
  const keys = await addKeys(server, { admin, member, org: org.id, name });
  const names = {
    slug,
    id: org.id,
    formerSlug: org.slug,
    deletedSlug: gone.slug,
    deletedId: gone.id,
  };
  expectStatus(
    await admin.post(`/organizations/${org.id}/admin-transfer`, {
      userId: member.id,
      roleAfter: "viewer",
    }),
    201,
  );
  const key = createAuthenticator(server.url);
  const { passkey } = await addPasskey(member, key, { name: `${name} Key` });
  const ids = {
    project,
    invitation: invitation.id,
    user: member.id,
    membership: await membershipOf(server, org.id, member.id),
    session: await sessionOf(member),
    identity: await addLinkedAccount(server.db, member.id),
    passkey: passkey.id,
    domain: await addDomain(admin, org.id, `${name.toLowerCase()}.test`),
    link: await addLink(admin, org.id),
    role: await addRole(admin, org.id, `${name} Role`),
    accessRequest: await addRequest(member, org.id),
    ...keys,
  };
  await server.services.outbox.idle();
  return {
    admin,
    names,
    ids,
    secrets: [
      name,
      admin.email,
      member.email,
      guest,
      admin.id,
      ...Object.values(names),
      ...Object.values(ids),
    ],
  };
}

/** Creates a service account with an API key, a personal API key of the member, and the usage of the first key. */
async function addKeys(
  server: TestServer,
  {
    admin,
    member,
    org,
    name,
  }: { admin: Actor; member: Actor; org: string; name: string },
) {
  const accounts = `/organizations/${org}/service-accounts`;
  const account = expectStatus(
    await admin.post<"serviceAccounts.create">(accounts, {
      name: `${name} CI`,
      role: "member",
      stewardId: member.id,
    }),
    201,
  ).body;
  const key = { name: `${name} Deploy`, scopes: ["project:read"] };
  const issued = expectStatus(
    await admin.post<"serviceAccounts.createKey">(
      `${accounts}/${account.id}/keys`,
      key,
    ),
    201,
  ).body;
  const personal = expectStatus(
    await member.post<"apiKeys.create">(`/organizations/${org}/api-keys`, key),
    201,
  ).body;
  // Insert the usage directly, because the server counts it only after a call with the key.
  const day = "2026-01-01";
  await server.db.client.execute(
    insertStatement(apiUsage, {
      orgId: org,
      id: `${day} ${issued.key.id}`,
      day,
      keyId: issued.key.id,
      calls: 1,
    }),
  );
  return { serviceAccount: account.id, apiKey: personal.key.id };
}

async function addLink(actor: Actor, org: string) {
  const path = `/organizations/${org}/invitation-links`;
  const answer = await actor.post(path, { role: "viewer" });
  return String(expectStatus(answer, 201).body.id);
}

async function createProject(actor: Actor, org: string, name: string) {
  const answer = await actor.post(`/organizations/${org}/projects`, { name });
  return String(expectStatus(answer, 201).body.id);
}

async function addDomain(admin: Actor, org: string, domain: string) {
  const answer = await admin.post(`/organizations/${org}/domains`, { domain });
  return String(expectStatus(answer, 201).body.id);
}

async function addRole(admin: Actor, org: string, name: string) {
  const answer = await admin.post(`/organizations/${org}/roles`, {
    name,
    basedOn: "viewer",
    permissions: ["project:read"],
  });
  return String(expectStatus(answer, 201).body.id);
}

async function addRequest(member: Actor, org: string) {
  const path = `/organizations/${org}/access-requests`;
  const wanted = { kind: "role", permission: "audit:read" };
  const answer = await member.post(path, wanted);
  return String(expectStatus(answer, 201).body.id);
}

async function membershipOf(
  { db }: TestServer,
  orgId: string,
  userId: string,
): Promise<string> {
  const { rows } = await db.client.execute({
    sql: "select id from memberships where org_id = ? and user_id = ?",
    args: [orgId, userId],
  });
  return String(rows[0]?.id);
}

async function sessionOf(actor: Actor): Promise<string> {
  const { body } = expectStatus(
    await actor.get<"auth.sessions">("/auth/sessions"),
    200,
  );
  const [session] = body.items;
  return String(session?.id);
}
