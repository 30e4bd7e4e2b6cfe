import { insertStatement } from "#server/kernel/db/statement";
import { domains } from "#server/features/domains/table";
import { newId } from "#shared/id";
import type { Actor } from "../kit/actor";
import { addLinkedAccount } from "../kit/linked-account";
import {
  addPasskey,
  createAuthenticator,
  startRegistration,
  startSignIn,
} from "../kit/authenticator";
import { addApp, startApp } from "../kit/authenticator-app";
import { expectStatus } from "../kit/server";
import { png } from "../kit/images";
import type { InputOf, ProcedurePath } from "./procedures";
import { leaveNoOtherAdmin, type Room, sendUnderstudy } from "./scenarios";

/** The valid input of one call; what it needs is made in the room first. */
export type Attempt<I> = (room: Room) => I | Promise<I>;

/** What the name server of the test answers to whatever it is asked. */
export const CHALLENGE = "a-challenge-of-the-tests";

/** Every procedure, called with valid input. */
export const attempts: { [P in ProcedurePath]: Attempt<InputOf<P>> } = {
  "auth.signUp": ({ orgId }) => ({
    name: "Nora",
    email: `${orgId}@example.com`,
    password: "a long enough passphrase",
  }),
  "auth.verifyEmail": async (room) => ({ token: await signUpToken(room) }),
  "auth.choosePassword": async (room) => {
    const token = await signUpToken(room);
    const opened = room.caller.post("/auth/verify-email", { token });
    expectStatus(await opened, 200);
    return { token, name: "Nora", password: "another long passphrase" };
  },
  "auth.resendVerification": ({ orgId }) => ({ email: `${orgId}@example.com` }),
  "auth.signIn": ({
    cast: {
      deputy: { email, password },
    },
  }) => ({ email, password }),
  "auth.forgotPassword": ({ cast: { deputy } }) => ({ email: deputy.email }),
  "auth.resetPassword": async (room) => ({
    token: await resetToken(room),
    password: "another long passphrase",
  }),
  "auth.signOut": () => ({}),
  "auth.context": ({ org }) => ({ org }),
  "auth.switchOrganization": ({ orgId }) => ({ organizationId: orgId }),
  "auth.reauthenticate": ({ caller: { password } }) => ({ password }),
  "auth.changePassword": ({ caller: { password } }) => ({
    currentPassword: password,
    newPassword: password,
  }),
  "auth.me": () => ({}),
  "auth.updateMe": ({ caller: { name } }) => ({ name }),
  "auth.sessions": () => ({}),
  "auth.revokeSession": async ({ caller }) => ({ id: await sessionOf(caller) }),
  "auth.revokeOtherSessions": () => ({}),
  "account.changeEmail": ({ orgId }) => ({ email: `${orgId}@example.com` }),
  "account.pendingEmail": () => ({}),
  "account.cancelEmailChange": () => ({}),
  "account.confirmEmail": async (room) => {
    const disposableCaller = await sendUnderstudy(room);
    const isSignedOut = disposableCaller === room.cast.signedOut;
    const asker = isSignedOut ? await room.server.person() : disposableCaller;
    return { token: await emailChangeToken(room, asker) };
  },
  "account.setAvatar": () => ({ image: png(64, 64).toString("base64") }),
  "account.removeAvatar": () => ({}),
  "account.deletion": () => ({}),
  "account.delete": async (room) => {
    const { email } = await sendUnderstudy(room);
    return { confirm: email };
  },
  "account.export": () => ({}),
  "twoFactor.status": () => ({}),
  "twoFactor.pending": async (room) => {
    await beginSecondHalf(room);
    return {};
  },
  "twoFactor.signIn": async (room) => ({
    code: (await beginSecondHalf(room)).nextCode(),
  }),
  "twoFactor.startTotp": async (room) => {
    await sendUnderstudy(room);
    return {};
  },
  "twoFactor.confirmTotp": async (room) => {
    await sendUnderstudy(room);
    if (room.caller === room.cast.signedOut) return { code: "000000" };
    const app = await startApp(room.server, room.caller);
    return { code: app.code() };
  },
  "twoFactor.removeTotp": async (room) => {
    await sendUnderstudyWithApp(room);
    return {};
  },
  "twoFactor.newRecoveryCodes": async (room) => {
    await sendUnderstudyWithApp(room);
    return {};
  },
  "passkeys.startSignIn": () => ({}),
  "passkeys.signIn": async ({ server, caller }) => {
    const key = createAuthenticator(server.url);
    await addPasskey(await server.person(), key);
    return { response: key.answer(await startSignIn(caller)) };
  },
  "passkeys.list": () => ({}),
  "passkeys.startRegistration": async (room) => {
    await sendUnderstudy(room);
    return {};
  },
  "passkeys.register": async (room) => {
    const disposableCaller = await sendUnderstudy(room);
    const isSignedOut = disposableCaller === room.cast.signedOut;
    const maker = isSignedOut ? await room.server.person() : disposableCaller;
    const key = createAuthenticator(room.server.url);
    const response = key.make(await startRegistration(maker));
    return { name: "Laptop", response };
  },
  "passkeys.rename": async (room) => ({
    id: await passkeyOfUnderstudy(room),
    name: "Work laptop",
  }),
  "passkeys.remove": async (room) => ({ id: await passkeyOfUnderstudy(room) }),
  "linkedAccounts.providers": () => ({}),
  "linkedAccounts.startSignIn": () => ({ provider: "github" }),
  "linkedAccounts.startLink": () => ({ provider: "github" }),
  "linkedAccounts.startReauthentication": () => ({ provider: "github" }),
  "linkedAccounts.complete": () => ({
    provider: "github",
    code: "a-code",
    state: "a-state",
  }),
  "linkedAccounts.list": () => ({}),
  "linkedAccounts.unlink": async ({ server, caller, cast }) => ({
    id: await addLinkedAccount(server.db, caller.id || cast.admin.id),
  }),
  "organizations.list": () => ({}),
  "organizations.create": () => ({ name: "Another" }),
  "organizations.get": ({ org }) => ({ org }),
  "organizations.settings": ({ org }) => ({ org }),
  "organizations.update": ({ org }) => ({ org, name: "Renamed" }),
  "organizations.setLogo": ({ org }) => ({
    org,
    image: png(64, 64).toString("base64"),
  }),
  "organizations.removeLogo": ({ org }) => ({ org }),
  "organizations.delete": ({ org }) => ({ org, confirm: org }),
  "organizations.twoFactor": ({ org }) => ({ org }),
  "organizations.requireTwoFactor": ({ org }) => ({ org, required: false }),
  "organizations.lackingTwoFactor": ({ org }) => ({ org }),
  "organizations.restore": async (room) => {
    await room.cast.deputy.delete(
      `/organizations/${room.org}?confirm=${room.org}`,
    );
    return { org: room.orgId };
  },
  "members.list": ({ org }) => ({ org }),
  "members.get": ({ org, cast }) => ({ org, userId: cast.viewer.id }),
  "members.updateRole": ({ org, cast }) => ({
    org,
    userId: cast.viewer.id,
    role: "member",
  }),
  "members.suspend": ({ org, cast }) => ({ org, userId: cast.viewer.id }),
  "members.reactivate": ({ org, cast }) => ({ org, userId: cast.viewer.id }),
  "members.remove": ({ org, cast, caller }) => ({
    org,
    userId: caller === cast.viewer ? cast.member.id : cast.viewer.id,
  }),
  "members.updateMany": ({ org, cast }) => ({
    org,
    userIds: [cast.viewer.id],
    action: "changeRole",
    role: "member",
  }),
  "invitations.list": ({ org }) => ({ org }),
  "invitations.create": ({ org }) => ({
    org,
    email: "new@example.com",
    role: "viewer",
  }),
  "invitations.resend": ({ org, invitation: { id } }) => ({ org, id }),
  "invitations.revoke": ({ org, invitation: { id } }) => ({ org, id }),
  "invitations.preview": ({ invitation: { token } }) => ({ token }),
  "invitations.accept": ({ invitation: { token } }) => ({ token }),
  "invitations.decline": ({ invitation: { token } }) => ({ token }),
  "invitations.received": () => undefined,
  "invitations.acceptReceived": ({ invitation: { id } }) => ({ id }),
  "invitations.declineReceived": ({ invitation: { id } }) => ({ id }),
  "links.list": ({ org }) => ({ org }),
  "links.create": ({ org }) => ({ org, role: "viewer" }),
  "links.revoke": async (room) => ({
    org: room.org,
    id: (await linkOf(room)).id,
  }),
  "links.preview": async (room) => ({ token: (await linkOf(room)).token }),
  "links.join": async (room) => ({ token: (await linkOf(room)).token }),
  "domains.list": ({ org }) => ({ org }),
  "domains.add": ({ org }) => ({ org, domain: `${org}.test` }),
  "domains.verify": async (room) => ({
    org: room.org,
    id: await domainOf(room),
  }),
  "domains.update": async (room) => ({
    org: room.org,
    id: await domainOf(room),
    role: "viewer",
  }),
  "domains.remove": async (room) => ({
    org: room.org,
    id: await domainOf(room),
  }),
  "domains.joinable": () => ({}),
  "domains.join": async (room) => ({ id: await openDomainOf(room) }),
  "transfers.offer": ({ org, cast }) => ({
    org,
    userId: cast.viewer.id,
    roleAfter: "member",
  }),
  "transfers.pending": ({ org }) => ({ org }),
  "transfers.cancel": async (room) => {
    await offerTransfer(room);
    return { org: room.org };
  },
  "transfers.accept": async (room) => {
    await offerTransfer(room);
    return { org: room.org };
  },
  "transfers.decline": async (room) => {
    await offerTransfer(room);
    return { org: room.org };
  },
  "roles.list": ({ org }) => ({ org }),
  "roles.get": ({ org }) => ({ org, roleId: "member" }),
  "roles.create": ({ org }) => ({
    org,
    name: "Support",
    basedOn: "viewer",
    permissions: ["project:read"],
  }),
  "roles.update": async (room) => ({
    org: room.org,
    roleId: await roleOf(room),
    name: "Support",
  }),
  "roles.delete": async (room) => ({
    org: room.org,
    roleId: await roleOf(room),
  }),
  "roles.impact": async (room) => ({
    org: room.org,
    roleId: await roleOf(room),
    permissions: "",
  }),
  "projects.list": ({ org }) => ({ org }),
  "projects.get": ({ org, projectOf }) => ({ org, projectId: projectOf.admin }),
  "projects.create": ({ org }) => ({ org, name: "New" }),
  "projects.update": ({ org, projectOf }) => ({
    org,
    projectId: projectOf.admin,
    name: "Changed",
  }),
  "projects.delete": ({ org, projectOf }) => ({
    org,
    projectId: projectOf.admin,
  }),
  "billing.get": ({ org }) => ({ org }),
  "billing.preview": ({ org }) => ({ org, plan: "free" }),
  "billing.checkout": ({ org }) => ({ org, plan: "team" }),
  "billing.startTrial": ({ org }) => ({ org, plan: "team" }),
  "billing.change": async (room) => ({ org: await tried(room), seats: 3 }),
  "billing.cancel": async (room) => ({ org: await tried(room) }),
  "billing.resume": async (room) => ({ org: await tried(room) }),
  "billing.portal": async (room) => ({ org: await tried(room) }),
  "billing.refresh": ({ org }) => ({ org }),
  "billing.invoices": async (room) => ({ org: await tried(room) }),
  "billing.chooseSeats": ({ org, cast: { deputy } }) => ({
    org,
    userIds: [deputy.id],
  }),
  "analytics.get": ({ org }) => ({ org }),
  "audit.list": ({ org }) => ({ org }),
  "audit.export": ({ org }) => ({ org, format: "csv" }),
  "audit.retention": ({ org }) => ({ org }),
  "audit.verify": ({ org }) => ({ org }),
};

/** A link into the room's organization. */
async function linkOf({ cast: { admin }, org }: Room) {
  const path = `/organizations/${org}/invitation-links`;
  const answer = await admin.post(path, { role: "viewer" });
  const { id, url } = expectStatus(answer, 201).body;
  return { id: String(id), token: String(url).split("token=").at(-1) ?? "" };
}

/** The room's organization, once it tries a plan. */
async function tried({ cast: { admin }, org }: Room): Promise<string> {
  const path = `/organizations/${org}/subscription/trial`;
  expectStatus(await admin.post(path, { plan: "team" }), 200);
  return org;
}

/** The same procedures where the answer depends on whom or what they are called for. */
export const specialAttempts: Record<
  string,
  [ProcedurePath, Attempt<unknown>]
> = {
  "projects.delete (the member's own)": [
    "projects.delete",
    ({ org, projectOf }) => ({ org, projectId: projectOf.member }),
  ],
  "account.confirmEmail (somebody else's)": [
    "account.confirmEmail",
    async (room) => ({
      token: await emailChangeToken(room, await room.server.person()),
    }),
  ],
  "account.delete (the last admin)": [
    "account.delete",
    async (room) => {
      const { email } = await sendUnderstudy(room);
      await leaveNoOtherAdmin(room);
      return { confirm: email };
    },
  ],
  "members.remove (oneself)": [
    "members.remove",
    ({ org, caller }) => ({ org, userId: caller.id || "usr_nobody" }),
  ],
  "members.remove (an admin)": [
    "members.remove",
    ({ org, cast }) => ({ org, userId: cast.deputy.id }),
  ],
  "members.remove (the last admin)": [
    "members.remove",
    async (room) => ({ org: room.org, userId: await lastAdmin(room) }),
  ],
  "members.updateRole (oneself, to admin)": [
    "members.updateRole",
    ({ org, caller }) => ({
      org,
      userId: caller.id || "usr_nobody",
      role: "admin",
    }),
  ],
  "members.updateRole (the last admin)": [
    "members.updateRole",
    async (room) => ({
      org: room.org,
      userId: await lastAdmin(room),
      role: "viewer",
    }),
  ],
  "invitations.create (of an admin)": [
    "invitations.create",
    ({ org }) => ({ org, email: "new@example.com", role: "admin" }),
  ],
  "invitations.create (of a member already)": [
    "invitations.create",
    ({ org, cast }) => ({ org, email: cast.viewer.email, role: "admin" }),
  ],
  "invitations.resend (as an admin)": [
    "invitations.resend",
    ({ org, invitation: { id } }) => ({ org, id, role: "admin" }),
  ],
};

/** Begins, in the caller's browser, the sign-in of somebody who has an authenticator app. */
async function beginSecondHalf({ server, caller }: Room) {
  const person = await server.person();
  const app = await addApp(server, person);
  const { email, password } = person;
  expectStatus(await caller.post("/auth/sign-in", { email, password }), 200);
  return app;
}

async function sendUnderstudyWithApp(room: Room): Promise<void> {
  const disposableCaller = await sendUnderstudy(room);
  if (disposableCaller !== room.cast.signedOut)
    await addApp(room.server, disposableCaller);
}

/** A passkey of the caller, or, where nobody is signed in, of somebody. */
async function passkeyOfUnderstudy(room: Room): Promise<string> {
  const { server, cast } = room;
  const disposableCaller = await sendUnderstudy(room);
  const owner =
    disposableCaller === cast.signedOut
      ? await server.person()
      : disposableCaller;
  const { passkey } = await addPasskey(owner, createAuthenticator(server.url));
  return passkey.id;
}

/** The token of a sign-up in another browser. */
async function signUpToken({ server, orgId }: Room) {
  const email = `${orgId}@example.com`;
  const somebody = server.stranger();
  const password = "a long enough passphrase";
  const signUp = { name: "Nora", email, password };
  expectStatus(await somebody.post("/auth/sign-up", signUp), 202);
  return server.mailedToken(email);
}

/** The token that was mailed to somebody who is in no organization. */
async function resetToken({ server }: Room) {
  const { email } = await server.person();
  const forgot = server.stranger().post("/auth/forgot-password", { email });
  expectStatus(await forgot, 202);
  return server.mailedToken(email, "reset");
}

/** The token of a new address that the person asked for. */
async function emailChangeToken({ server, orgId }: Room, asker: Actor) {
  const email = `${orgId}@example.com`;
  expectStatus(await asker.post("/auth/change-email", { email }), 202);
  return server.mailedToken(email, "change-email");
}

/** The deputy offers their admin role to the member. */
async function offerTransfer({ org, cast: { deputy, member } }: Room) {
  const offer = { userId: member.id, roleAfter: "viewer" };
  const path = `/organizations/${org}/admin-transfer`;
  // Time may have passed since they signed in.
  const { password } = deputy;
  expectStatus(await deputy.post("/auth/reauthenticate", { password }), 204);
  expectStatus(await deputy.post(path, offer), 201);
}

/** A domain of the room; the name server of the test says that it is proven. */
async function domainOf({ server, org, orgId }: Room) {
  const id = newId("domain");
  const { now } = server.services.deps;
  const row = { orgId, id, createdAt: now(), updatedAt: now() };
  await server.db.client.execute(
    insertStatement(domains, {
      ...row,
      domain: `${org}.test`,
      challenge: CHALLENGE,
    }),
  );
  return id;
}

/** A proven domain of the room at which somebody with the caller's role has their address. */
async function openDomainOf(room: Room) {
  const { server, org } = room;
  const id = await domainOf(room);
  const now = server.services.deps.now();
  await server.db.client.execute({
    sql: "update domains set verified_at = ?, checked_at = ?, role = 'viewer' where id = ?",
    args: [now, now, id],
  });
  const { email } = await sendUnderstudy(room);
  await server.db.client.execute({
    sql: "update users set email = ? where email = ?",
    args: [`${id}@${org}.test`, email],
  });
  return id;
}

/** A role that the organization made, and nobody has. */
async function roleOf({ org, cast }: Room): Promise<string> {
  const { body } = await cast.admin.post(`/organizations/${org}/roles`, {
    name: "Reader",
    basedOn: "viewer",
    permissions: ["project:read"],
  });
  return String(body.id);
}

async function sessionOf(actor: Actor): Promise<string> {
  const { body } = await actor.get("/auth/sessions");
  const items = (body.items ?? []) as unknown as {
    id: string;
    current: boolean;
  }[];
  return items.find(({ current }) => current)?.id ?? "ses_nobody";
}

/** Leaves the caller, or the first admin, as the only admin. */
async function lastAdmin({ orgId, cast: { admin, deputy } }: Room) {
  await deputy.delete(`/organizations/${orgId}/members/${deputy.id}`);
  return admin.id;
}
