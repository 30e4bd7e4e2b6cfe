import { insertStatement } from "#server/kernel/db/statement";
import { accessRequests } from "#server/features/requests/table";
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
import {
  leaveNoOtherAdmin,
  type Scenario,
  useDisposableCaller,
} from "./scenarios";

/** Creates the valid input of a call, and the rows that the call needs. */
export type Attempt<I> = (scenario: Scenario) => I | Promise<I>;

/** The challenge in the answer of the test's DNS server to every question. */
export const CHALLENGE = "a-challenge-of-the-tests";

/** A valid input for every procedure. */
export const attempts: { [P in ProcedurePath]: Attempt<InputOf<P>> } = {
  "auth.signUp": ({ orgId }) => ({
    name: "Nora",
    email: `${orgId}@example.com`,
    password: "a long enough passphrase",
  }),
  "auth.verifyEmail": async (scenario) => ({
    token: await signUpToken(scenario),
  }),
  "auth.choosePassword": async (scenario) => {
    const token = await signUpToken(scenario);
    const opened = scenario.caller.post("/auth/verify-email", { token });
    expectStatus(await opened, 200);
    return { token, name: "Nora", password: "another long passphrase" };
  },
  "auth.resendVerification": ({ orgId }) => ({ email: `${orgId}@example.com` }),
  "auth.signIn": ({
    roles: {
      deputy: { email, password },
    },
  }) => ({ email, password }),
  "auth.forgotPassword": ({ roles: { deputy } }) => ({ email: deputy.email }),
  "auth.resetPassword": async (scenario) => ({
    token: await resetToken(scenario),
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
  "account.confirmEmail": async (scenario) => {
    const disposableCaller = await useDisposableCaller(scenario);
    const isSignedOut = disposableCaller === scenario.roles.signedOut;
    const asker = isSignedOut
      ? await scenario.server.person()
      : disposableCaller;
    return { token: await emailChangeToken(scenario, asker) };
  },
  "account.setAvatar": () => ({ image: png(64, 64).toString("base64") }),
  "account.removeAvatar": () => ({}),
  "account.deletion": () => ({}),
  "account.delete": async (scenario) => {
    const { email } = await useDisposableCaller(scenario);
    return { confirm: email };
  },
  "account.export": () => ({}),
  "twoFactor.status": () => ({}),
  "twoFactor.pending": async (scenario) => {
    await beginSecondHalf(scenario);
    return {};
  },
  "twoFactor.signIn": async (scenario) => ({
    code: (await beginSecondHalf(scenario)).nextCode(),
  }),
  "twoFactor.startTotp": async (scenario) => {
    await useDisposableCaller(scenario);
    return {};
  },
  "twoFactor.confirmTotp": async (scenario) => {
    await useDisposableCaller(scenario);
    if (scenario.caller === scenario.roles.signedOut) return { code: "000000" };
    const app = await startApp(scenario.server, scenario.caller);
    return { code: app.code() };
  },
  "twoFactor.removeTotp": async (scenario) => {
    await sendUnderstudyWithApp(scenario);
    return {};
  },
  "twoFactor.newRecoveryCodes": async (scenario) => {
    await sendUnderstudyWithApp(scenario);
    return {};
  },
  "passkeys.startSignIn": () => ({}),
  "passkeys.signIn": async ({ server, caller }) => {
    const key = createAuthenticator(server.url);
    await addPasskey(await server.person(), key);
    return { response: key.answer(await startSignIn(caller)) };
  },
  "passkeys.list": () => ({}),
  "passkeys.startRegistration": async (scenario) => {
    await useDisposableCaller(scenario);
    return {};
  },
  "passkeys.register": async (scenario) => {
    const disposableCaller = await useDisposableCaller(scenario);
    const isSignedOut = disposableCaller === scenario.roles.signedOut;
    const maker = isSignedOut
      ? await scenario.server.person()
      : disposableCaller;
    const key = createAuthenticator(scenario.server.url);
    const response = key.make(await startRegistration(maker));
    return { name: "Laptop", response };
  },
  "passkeys.rename": async (scenario) => ({
    id: await passkeyOfUnderstudy(scenario),
    name: "Work laptop",
  }),
  "passkeys.remove": async (scenario) => ({
    id: await passkeyOfUnderstudy(scenario),
  }),
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
  "linkedAccounts.unlink": async ({ server, caller, roles }) => ({
    id: await addLinkedAccount(server.db, caller.id || roles.admin.id),
  }),
  "organizations.list": () => ({}),
  "organizations.create": () => ({ name: "Another" }),
  "organizations.checkSlug": ({ org }) => ({ slug: "another", org }),
  "organizations.get": ({ org }) => ({ org }),
  "organizations.settings": ({ org }) => ({ org }),
  "organizations.update": ({ org }) => ({ org, name: "Renamed" }),
  "organizations.setLogo": ({ org }) => ({
    org,
    image: png(64, 64).toString("base64"),
  }),
  "organizations.removeLogo": ({ org }) => ({ org }),
  "organizations.delete": ({ org }) => ({ org, confirm: org }),
  "organizations.export": ({ org }) => ({ org }),
  "organizations.twoFactor": ({ org }) => ({ org }),
  "organizations.requireTwoFactor": ({ org }) => ({ org, required: false }),
  "organizations.lackingTwoFactor": ({ org }) => ({ org }),
  "organizations.restore": async (scenario) => {
    await scenario.roles.deputy.delete(
      `/organizations/${scenario.org}?confirm=${scenario.org}`,
    );
    return { org: scenario.orgId };
  },
  "members.list": ({ org }) => ({ org }),
  "members.get": ({ org, roles }) => ({ org, userId: roles.viewer.id }),
  "members.updateRole": ({ org, roles }) => ({
    org,
    userId: roles.viewer.id,
    role: "member",
  }),
  "members.suspend": ({ org, roles }) => ({ org, userId: roles.viewer.id }),
  "members.reactivate": ({ org, roles }) => ({ org, userId: roles.viewer.id }),
  "members.remove": ({ org, roles, caller }) => ({
    org,
    userId: caller === roles.viewer ? roles.member.id : roles.viewer.id,
  }),
  "members.previewRemoval": ({ org, roles }) => ({
    org,
    userIds: roles.viewer.id,
  }),
  "members.updateMany": ({ org, roles }) => ({
    org,
    userIds: [roles.viewer.id],
    action: "changeRole",
    role: "member",
  }),
  "people.list": ({ org }) => ({ org }),
  "people.export": ({ org }) => ({ org }),
  "people.get": ({ org, roles }) => ({ org, userId: roles.viewer.id }),
  "invitations.list": ({ org }) => ({ org }),
  "invitations.create": ({ org }) => ({
    org,
    email: "new@example.com",
    role: "viewer",
  }),
  "invitations.resend": ({ org, invitation: { id } }) => ({ org, id }),
  "invitations.copyLink": ({ org, invitation: { id } }) => ({ org, id }),
  "invitations.updateMany": ({ org, invitation: { id } }) => ({
    org,
    ids: [id],
    action: "resend",
  }),
  "invitations.revoke": ({ org, invitation: { id } }) => ({ org, id }),
  "invitations.preview": ({ invitation: { token } }) => ({ token }),
  "invitations.accept": ({ invitation: { token } }) => ({ token }),
  "invitations.decline": ({ invitation: { token } }) => ({ token }),
  "invitations.received": () => undefined,
  "invitations.acceptReceived": ({ invitation: { id } }) => ({ id }),
  "invitations.declineReceived": ({ invitation: { id } }) => ({ id }),
  "links.list": ({ org }) => ({ org }),
  "links.create": ({ org }) => ({ org, role: "viewer" }),
  "links.revoke": async (scenario) => ({
    org: scenario.org,
    id: (await linkOf(scenario)).id,
  }),
  "links.preview": async (scenario) => ({
    token: (await linkOf(scenario)).token,
  }),
  "links.join": async (scenario) => ({ token: (await linkOf(scenario)).token }),
  "domains.list": ({ org }) => ({ org }),
  "domains.add": ({ org }) => ({ org, domain: `${org}.test` }),
  "domains.verify": async (scenario) => ({
    org: scenario.org,
    id: await domainOf(scenario),
  }),
  "domains.update": async (scenario) => ({
    org: scenario.org,
    id: await domainOf(scenario),
    role: "viewer",
  }),
  "domains.remove": async (scenario) => ({
    org: scenario.org,
    id: await domainOf(scenario),
  }),
  "domains.joinable": () => ({}),
  "domains.join": async (scenario) => ({ id: await openDomainOf(scenario) }),
  "transfers.offer": ({ org, roles }) => ({
    org,
    userId: roles.viewer.id,
    roleAfter: "member",
  }),
  "transfers.pending": ({ org }) => ({ org }),
  "transfers.cancel": async (scenario) => {
    await offerTransfer(scenario);
    return { org: scenario.org };
  },
  "transfers.accept": async (scenario) => {
    await offerTransfer(scenario);
    return { org: scenario.org };
  },
  "transfers.decline": async (scenario) => {
    await offerTransfer(scenario);
    return { org: scenario.org };
  },
  "requests.list": ({ org }) => ({ org }),
  "requests.create": async (scenario) => {
    const { org, caller, roles } = scenario;
    // An admin lacks no permission.
    if (caller === roles.admin) {
      await freeze(scenario, caller);
      return { org, kind: "seat" };
    }
    return { org, kind: "role", permission: "audit:read" };
  },
  "requests.withdraw": async (scenario) => {
    const { org, caller, roles } = scenario;
    const { admin, member, viewer } = roles;
    const asker = [member, viewer].find((one) => one === caller) ?? admin;
    return { org, id: await addRequest(scenario, asker) };
  },
  "requests.resolve": async (scenario) => ({
    org: scenario.org,
    id: await addRequest(scenario, scenario.roles.viewer),
    decision: "approve",
    role: "member",
    was: "viewer",
  }),
  "roles.list": ({ org }) => ({ org }),
  "roles.get": ({ org }) => ({ org, roleId: "member" }),
  "roles.create": ({ org }) => ({
    org,
    name: "Support",
    basedOn: "viewer",
    permissions: ["project:read"],
  }),
  "roles.update": async (scenario) => ({
    org: scenario.org,
    roleId: await roleOf(scenario),
    name: "Support",
  }),
  "roles.delete": async (scenario) => ({
    org: scenario.org,
    roleId: await roleOf(scenario),
  }),
  "roles.impact": async (scenario) => ({
    org: scenario.org,
    roleId: await roleOf(scenario),
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
  "projects.favourite": ({ org, projectOf }) => ({
    org,
    projectId: projectOf.admin,
  }),
  "projects.unfavourite": async ({ caller, org, projectOf }) => {
    const projectId = projectOf.admin;
    await caller.put(
      `/organizations/${org}/projects/${projectId}/favourite`,
      {},
    );
    return { org, projectId };
  },
  "projects.delete": ({ org, projectOf }) => ({
    org,
    projectId: projectOf.admin,
  }),
  "apiKeys.list": ({ org }) => ({ org }),
  "apiKeys.create": ({ org }) => ({
    org,
    name: "Deploy",
    scopes: ["project:read"],
  }),
  "apiKeys.update": async (scenario) => ({
    org: scenario.org,
    id: await apiKeyOf(scenario),
    name: "Deployment",
  }),
  "apiKeys.rotate": async (scenario) => ({
    org: scenario.org,
    id: await apiKeyOf(scenario),
  }),
  "apiKeys.revoke": async (scenario) => ({
    org: scenario.org,
    id: await apiKeyOf(scenario),
  }),
  "apiKeys.revokeSelf": () => ({}),
  "apiKeys.mine": () => undefined,
  "serviceAccounts.list": ({ org }) => ({ org }),
  "serviceAccounts.get": async (scenario) => ({
    org: scenario.org,
    id: await serviceAccountOf(scenario),
  }),
  "serviceAccounts.create": ({ org }) => ({
    org,
    name: "CI",
    role: "member",
  }),
  "serviceAccounts.update": async (scenario) => ({
    org: scenario.org,
    id: await serviceAccountOf(scenario),
    name: "Build server",
  }),
  "serviceAccounts.delete": async (scenario) => ({
    org: scenario.org,
    id: await serviceAccountOf(scenario),
  }),
  "serviceAccounts.createKey": async (scenario) => ({
    org: scenario.org,
    id: await serviceAccountOf(scenario),
    name: "Deploy",
    scopes: ["project:read"],
  }),
  "billing.get": ({ org }) => ({ org }),
  "billing.preview": ({ org }) => ({ org, plan: "free" }),
  "billing.checkout": ({ org }) => ({ org, plan: "team" }),
  "billing.startTrial": ({ org }) => ({ org, plan: "team" }),
  "billing.change": async (scenario) => ({
    org: await tried(scenario),
    seats: 3,
  }),
  "billing.cancel": async (scenario) => ({ org: await tried(scenario) }),
  "billing.resume": async (scenario) => ({ org: await tried(scenario) }),
  "billing.portal": async (scenario) => ({ org: await tried(scenario) }),
  "billing.refresh": ({ org }) => ({ org }),
  "billing.invoices": async (scenario) => ({ org: await tried(scenario) }),
  "billing.chooseSeats": ({ org, roles: { deputy } }) => ({
    org,
    userIds: [deputy.id],
  }),
  "usage.get": ({ org }) => ({ org }),
  "dashboard.get": ({ org }) => ({ org }),
  "analytics.get": ({ org }) => ({ org }),
  "audit.list": ({ org }) => ({ org }),
  "audit.latest": ({ org, projectOf }) => ({
    org,
    targets: `${projectOf.admin},organization.name`,
  }),
  "audit.export": ({ org }) => ({ org, format: "csv" }),
  "audit.retention": ({ org }) => ({ org }),
  "audit.verify": ({ org }) => ({ org }),
};

/** Creates an invitation link of the scenario's organization. */
async function linkOf({ roles: { admin }, org }: Scenario) {
  const path = `/organizations/${org}/invitation-links`;
  const answer = await admin.post(path, { role: "viewer" });
  const { id, url } = expectStatus(answer, 201).body;
  return { id: String(id), token: String(url).split("token=").at(-1) ?? "" };
}

/** Starts a trial of a plan for the scenario's organization. */
async function tried({ roles: { admin }, org }: Scenario): Promise<string> {
  const path = `/organizations/${org}/subscription/trial`;
  expectStatus(await admin.post(path, { plan: "team" }), 200);
  return org;
}

/** Further inputs for procedures whose answer depends on the affected user or row. */
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
    async (scenario) => ({
      token: await emailChangeToken(scenario, await scenario.server.person()),
    }),
  ],
  "account.delete (the last admin)": [
    "account.delete",
    async (scenario) => {
      const { email } = await useDisposableCaller(scenario);
      await leaveNoOtherAdmin(scenario);
      return { confirm: email };
    },
  ],
  "members.remove (oneself)": [
    "members.remove",
    ({ org, caller }) => ({ org, userId: caller.id || "usr_nobody" }),
  ],
  "members.remove (an admin)": [
    "members.remove",
    ({ org, roles }) => ({ org, userId: roles.deputy.id }),
  ],
  "members.remove (the last admin)": [
    "members.remove",
    async (scenario) => ({
      org: scenario.org,
      userId: await lastAdmin(scenario),
    }),
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
    async (scenario) => ({
      org: scenario.org,
      userId: await lastAdmin(scenario),
      role: "viewer",
    }),
  ],
  "invitations.create (of an admin)": [
    "invitations.create",
    ({ org }) => ({ org, email: "new@example.com", role: "admin" }),
  ],
  "invitations.create (of a member already)": [
    "invitations.create",
    ({ org, roles }) => ({ org, email: roles.viewer.email, role: "admin" }),
  ],
  "invitations.resend (as an admin)": [
    "invitations.resend",
    ({ org, invitation: { id } }) => ({ org, id, role: "admin" }),
  ],
};

/** Starts a sign-in of a user with an authenticator app in the caller's browser. The second factor is still missing. */
async function beginSecondHalf({ server, caller }: Scenario) {
  const person = await server.person();
  const app = await addApp(server, person);
  const { email, password } = person;
  expectStatus(await caller.post("/auth/sign-in", { email, password }), 200);
  return app;
}

async function sendUnderstudyWithApp(scenario: Scenario): Promise<void> {
  const disposableCaller = await useDisposableCaller(scenario);
  if (disposableCaller !== scenario.roles.signedOut)
    await addApp(scenario.server, disposableCaller);
}

/**
 * Adds a passkey and returns its id. The passkey belongs to the caller, or to a new user if the caller is not signed
 * in.
 */
async function passkeyOfUnderstudy(scenario: Scenario): Promise<string> {
  const { server, roles } = scenario;
  const disposableCaller = await useDisposableCaller(scenario);
  const owner =
    disposableCaller === roles.signedOut
      ? await server.person()
      : disposableCaller;
  const { passkey } = await addPasskey(owner, createAuthenticator(server.url));
  return passkey.id;
}

/** Returns the mailed token of a sign-up in another browser. */
async function signUpToken({ server, orgId }: Scenario) {
  const email = `${orgId}@example.com`;
  const somebody = server.stranger();
  const password = "a long enough passphrase";
  const signUp = { name: "Nora", email, password };
  expectStatus(await somebody.post("/auth/sign-up", signUp), 202);
  return server.mailedToken(email);
}

/** Returns the mailed password-reset token of a user without an organization. */
async function resetToken({ server }: Scenario) {
  const { email } = await server.person();
  const forgot = server.stranger().post("/auth/forgot-password", { email });
  expectStatus(await forgot, 202);
  return server.mailedToken(email, "reset");
}

/** Returns the mailed token of an email change that the user requested. */
async function emailChangeToken({ server, orgId }: Scenario, asker: Actor) {
  const email = `${orgId}@example.com`;
  expectStatus(await asker.post("/auth/change-email", { email }), 202);
  return server.mailedToken(email, "change-email");
}

/** Makes a member read-only, as if the organization had too few seats. */
async function freeze({ server, orgId }: Scenario, { id }: Actor) {
  await server.db.client.execute({
    sql: "update memberships set is_frozen = 1 where org_id = ? and user_id = ?",
    args: [orgId, id],
  });
}

/** Adds an open request of a member for a role that can create projects. */
async function addRequest({ server, orgId }: Scenario, { id: userId }: Actor) {
  const id = newId("accessRequest");
  const createdAt = server.services.deps.now();
  await server.db.client.execute(
    insertStatement(accessRequests, {
      orgId,
      id,
      userId,
      kind: "role",
      permission: "project:create",
      privateMessage: null,
      expiresAt: createdAt + 60_000,
      createdAt,
    }),
  );
  return id;
}

/** Makes the second admin offer their admin role to the member. */
async function offerTransfer({ org, roles: { deputy, member } }: Scenario) {
  const offer = { userId: member.id, roleAfter: "viewer" };
  const path = `/organizations/${org}/admin-transfer`;
  // Reauthenticate, because the sign-in may no longer be recent.
  const { password } = deputy;
  expectStatus(await deputy.post("/auth/reauthenticate", { password }), 204);
  expectStatus(await deputy.post(path, offer), 201);
}

/** Adds an unverified domain to the scenario's organization. The test's DNS server returns its challenge. */
async function domainOf({ server, org, orgId }: Scenario) {
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

/** Adds a verified domain to the scenario's organization, and gives the caller an address at the domain. */
async function openDomainOf(scenario: Scenario) {
  const { server, org } = scenario;
  const id = await domainOf(scenario);
  const now = server.services.deps.now();
  await server.db.client.execute({
    sql: "update domains set verified_at = ?, checked_at = ?, role = 'viewer' where id = ?",
    args: [now, now, id],
  });
  const { email } = await useDisposableCaller(scenario);
  await server.db.client.execute({
    sql: "update users set email = ? where email = ?",
    args: [`${id}@${org}.test`, email],
  });
  return id;
}

/** Creates a custom role without members. */
async function roleOf({ org, roles }: Scenario): Promise<string> {
  const { body } = await roles.admin.post(`/organizations/${org}/roles`, {
    name: "Reader",
    basedOn: "viewer",
    permissions: ["project:read"],
  });
  return String(body.id);
}

/** Creates a personal API key of the caller, or of the admin if the caller can have none. */
async function apiKeyOf({ org, caller, roles }: Scenario): Promise<string> {
  const { admin, member } = roles;
  const owner = caller === member ? member : admin;
  const answer = await owner.post<"apiKeys.create">(
    `/organizations/${org}/api-keys`,
    { name: "Deploy", scopes: ["project:read"] },
  );
  return expectStatus(answer, 201).body.key.id;
}

async function serviceAccountOf({ org, roles }: Scenario): Promise<string> {
  const answer = await roles.admin.post<"serviceAccounts.create">(
    `/organizations/${org}/service-accounts`,
    { name: "CI", role: "member" },
  );
  return expectStatus(answer, 201).body.id;
}

async function sessionOf(actor: Actor): Promise<string> {
  const { status, body } = await actor.get<"auth.sessions">("/auth/sessions");
  const items = status === 200 ? body.items : [];
  return items.find(({ current }) => current)?.id ?? "ses_nobody";
}

/** Removes the second admin, so that the first admin is the only one. */
async function lastAdmin({ orgId, roles: { admin, deputy } }: Scenario) {
  await deputy.delete(`/organizations/${orgId}/members/${deputy.id}`);
  return admin.id;
}

/** All valid inputs, with the titles of their lines in the access table. */
export const allAttempts: {
  title: string;
  path: ProcedurePath;
  attempt: Attempt<unknown>;
}[] = [
  ...Object.entries(attempts).map(([path, attempt]) => ({
    title: path,
    path: path as ProcedurePath,
    attempt: attempt as Attempt<unknown>,
  })),
  ...Object.entries(specialAttempts).map(([title, [path, attempt]]) => ({
    title,
    path,
    attempt,
  })),
];
