import { png } from "../kit/images";
import type { InputOf, ProcedurePath } from "./procedures";
import type { Ids } from "./tenants";

/** Creates an input that names another organization by one of its names, and rows of that organization by their ids. */
export type CrossTenantInput<I> = (org: string, ids: Ids) => I;
export type Row<I> =
  CrossTenantInput<I> | { noCrossTenantInput: string; input?: I };

/**
 * For each procedure, the input with which a user could try to reach another organization, or the reason why no such
 * input exists.
 */
export const rows: { [P in ProcedurePath]: Row<InputOf<P>> } = {
  "auth.signUp": {
    noCrossTenantInput:
      "makes an account for the given address and joins no organization",
  },
  "auth.verifyEmail": {
    noCrossTenantInput: "acts on the sign-up that the token was mailed for",
  },
  "auth.choosePassword": {
    noCrossTenantInput: "acts on the address that the token was mailed to",
  },
  "auth.resendVerification": {
    noCrossTenantInput: "mails the given address alone",
  },
  "auth.signIn": {
    noCrossTenantInput: "answers to the password of one account",
  },
  "auth.forgotPassword": {
    noCrossTenantInput: "mails the given address alone",
  },
  "auth.resetPassword": {
    noCrossTenantInput: "acts on the account that the token was mailed for",
  },
  "auth.signOut": { noCrossTenantInput: "ends the session of the cookie" },
  "auth.context": (org) => ({ org }),
  "auth.switchOrganization": (organizationId) => ({ organizationId }),
  "auth.reauthenticate": {
    noCrossTenantInput: "acts on the session of the cookie",
  },
  "auth.changePassword": { noCrossTenantInput: "changes the caller" },
  "auth.me": { noCrossTenantInput: "reads the caller", input: {} },
  "auth.updateMe": { noCrossTenantInput: "changes the caller" },
  "auth.sessions": { noCrossTenantInput: "lists the caller's own", input: {} },
  "auth.revokeSession": (_, { session }) => ({ id: session }),
  "auth.revokeOtherSessions": {
    noCrossTenantInput: "ends the caller's own",
    input: {},
  },
  "account.setAvatar": { noCrossTenantInput: "changes the caller" },
  "account.removeAvatar": {
    noCrossTenantInput: "changes the caller",
    input: {},
  },
  "account.deletion": {
    noCrossTenantInput: "tells of the caller's own organizations",
    input: {},
  },
  "account.delete": {
    noCrossTenantInput: "deletes the caller, once confirmed",
    input: {},
  },
  "account.export": { noCrossTenantInput: "reads the caller's own", input: {} },
  "account.changeEmail": { noCrossTenantInput: "changes the caller" },
  "account.pendingEmail": { noCrossTenantInput: "reads the caller", input: {} },
  "account.cancelEmailChange": {
    noCrossTenantInput: "changes the caller",
    input: {},
  },
  "account.confirmEmail": {
    noCrossTenantInput: "changes the caller, if the token was mailed for them",
  },
  "twoFactor.status": { noCrossTenantInput: "reads the caller", input: {} },
  "twoFactor.pending": {
    noCrossTenantInput: "reads the sign-in begun in this browser",
    input: {},
  },
  "twoFactor.signIn": {
    noCrossTenantInput: "completes the sign-in begun in this browser",
  },
  "twoFactor.startTotp": { noCrossTenantInput: "changes the caller" },
  "twoFactor.confirmTotp": { noCrossTenantInput: "changes the caller" },
  "twoFactor.removeTotp": {
    noCrossTenantInput: "changes the caller",
    input: {},
  },
  "twoFactor.newRecoveryCodes": { noCrossTenantInput: "changes the caller" },
  "passkeys.startSignIn": { noCrossTenantInput: "is the same for everybody" },
  "passkeys.signIn": {
    noCrossTenantInput: "answers to the key of one account",
  },
  "passkeys.list": { noCrossTenantInput: "lists the caller's own", input: {} },
  "passkeys.startRegistration": { noCrossTenantInput: "is about the caller" },
  "passkeys.register": { noCrossTenantInput: "changes the caller" },
  "passkeys.rename": (_, { passkey }) => ({ id: passkey, name: "Mine now" }),
  "passkeys.remove": (_, { passkey }) => ({ id: passkey }),
  "linkedAccounts.providers": {
    noCrossTenantInput: "is the same for everybody",
  },
  "linkedAccounts.startSignIn": {
    noCrossTenantInput: "says where the browser of the caller is to go",
  },
  "linkedAccounts.startLink": {
    noCrossTenantInput: "says where the browser of the caller is to go",
  },
  "linkedAccounts.startReauthentication": {
    noCrossTenantInput: "says where the browser of the caller is to go",
  },
  "linkedAccounts.complete": {
    noCrossTenantInput: "acts on what the cookie of the caller was sealed for",
  },
  "linkedAccounts.list": {
    noCrossTenantInput: "lists the caller's own",
    input: {},
  },
  "linkedAccounts.unlink": (_, { identity }) => ({ id: identity }),
  "organizations.list": {
    noCrossTenantInput: "lists the caller's own",
    input: {},
  },
  "organizations.checkSlug": {
    noCrossTenantInput:
      "answers about another tenant's organization as if it was not named",
    input: { slug: "another" },
  },
  "organizations.create": {
    noCrossTenantInput:
      "makes a new one; that a slug is taken is known to everyone who wants it",
  },
  "organizations.get": (org) => ({ org }),
  "organizations.settings": (org) => ({ org }),
  "organizations.update": (org) => ({ org, name: "Taken over" }),
  "organizations.setLogo": (org) => ({
    org,
    image: png(64, 64).toString("base64"),
  }),
  "organizations.removeLogo": (org) => ({ org }),
  "organizations.delete": (org) => ({ org, confirm: org }),
  "organizations.export": (org) => ({ org }),
  "organizations.twoFactor": (org) => ({ org }),
  "organizations.requireTwoFactor": (org) => ({ org, required: false }),
  "organizations.lackingTwoFactor": (org, { membership }) => ({
    org,
    cursor: membership,
  }),
  "organizations.restore": (org) => ({ org }),
  "members.list": (org, { membership }) => ({ org, cursor: membership }),
  "members.get": (org, { user }) => ({ org, userId: user }),
  "members.updateRole": (org, { user }) => ({
    org,
    userId: user,
    role: "viewer",
  }),
  "members.suspend": (org, { user }) => ({ org, userId: user }),
  "members.reactivate": (org, { user }) => ({ org, userId: user }),
  "members.previewRemoval": (org, { user }) => ({ org, userIds: user }),
  "members.updateMany": (org, { user }) => ({
    org,
    userIds: [user],
    action: "remove",
  }),
  "members.remove": (org, { user }) => ({ org, userId: user }),
  "people.list": (org, { user }) => ({ org, q: user }),
  "people.export": (org) => ({ org }),
  "people.get": (org, { user }) => ({ org, userId: user }),
  "invitations.list": (org, { invitation }) => ({ org, cursor: invitation }),
  "invitations.create": (org) => ({
    org,
    email: "accomplice@example.com",
    role: "admin",
  }),
  "invitations.resend": (org, { invitation }) => ({ org, id: invitation }),
  "invitations.copyLink": (org, { invitation }) => ({ org, id: invitation }),
  "invitations.updateMany": (org, { invitation }) => ({
    org,
    ids: [invitation],
    action: "revoke",
  }),
  "invitations.revoke": (org, { invitation }) => ({ org, id: invitation }),
  // Only the mailed token gives access to an invitation. The id, which members can read in a list, must not work as a
  // token.
  "invitations.preview": (_, { invitation }) => ({ token: invitation }),
  "invitations.accept": (_, { invitation }) => ({ token: invitation }),
  "invitations.decline": (_, { invitation }) => ({ token: invitation }),
  "invitations.received": { noCrossTenantInput: "lists the caller's own" },
  "invitations.acceptReceived": (_, { invitation }) => ({ id: invitation }),
  "invitations.declineReceived": (_, { invitation }) => ({ id: invitation }),
  "links.list": (org, { link }) => ({ org, cursor: link }),
  "links.create": (org) => ({ org, role: "viewer" }),
  "links.revoke": (org, { link }) => ({ org, id: link }),
  "links.preview": {
    noCrossTenantInput:
      "shows the organization of the link to every holder of the link",
  },
  "links.join": {
    noCrossTenantInput: "makes every holder of the link a member",
  },
  "domains.list": (org, { domain }) => ({ org, cursor: domain }),
  "domains.add": (org) => ({ org, domain: "intruder.test" }),
  "domains.verify": (org, { domain }) => ({ org, id: domain }),
  "domains.update": (org, { domain }) => ({ org, id: domain, role: "viewer" }),
  "domains.remove": (org, { domain }) => ({ org, id: domain }),
  "domains.joinable": {
    noCrossTenantInput: "lists what the caller's own address opens",
    input: {},
  },
  "domains.join": (_, { domain }) => ({ id: domain }),
  "transfers.offer": (org, { user }) => ({
    org,
    userId: user,
    roleAfter: "member",
  }),
  "transfers.pending": (org) => ({ org }),
  "transfers.cancel": (org) => ({ org }),
  "transfers.accept": (org) => ({ org }),
  "transfers.decline": (org) => ({ org }),
  "requests.list": (org, { accessRequest }) => ({ org, cursor: accessRequest }),
  "requests.create": (org) => ({
    org,
    kind: "role",
    permission: "audit:read",
  }),
  "requests.withdraw": (org, { accessRequest }) => ({ org, id: accessRequest }),
  "requests.resolve": (org, { accessRequest }) => ({
    org,
    id: accessRequest,
    decision: "decline",
  }),
  "roles.list": (org) => ({ org }),
  "roles.get": (org, { role }) => ({ org, roleId: role }),
  "roles.create": (org) => ({
    org,
    name: "Smuggled in",
    basedOn: "viewer",
    permissions: [],
  }),
  "roles.update": (org, { role }) => ({
    org,
    roleId: role,
    name: "Taken over",
  }),
  "roles.delete": (org, { role }) => ({ org, roleId: role }),
  "roles.impact": (org, { role }) => ({ org, roleId: role, permissions: "" }),
  "projects.list": (org, { project }) => ({ org, cursor: project }),
  "projects.get": (org, { project }) => ({ org, projectId: project }),
  "projects.create": (org) => ({ org, name: "Smuggled in" }),
  "projects.update": (org, { project }) => ({
    org,
    projectId: project,
    name: "Taken over",
  }),
  "projects.delete": (org, { project }) => ({ org, projectId: project }),
  "projects.favourite": (org, { project }) => ({ org, projectId: project }),
  "projects.unfavourite": (org, { project }) => ({ org, projectId: project }),
  "apiKeys.list": (org, { serviceAccount }) => ({ org, owner: serviceAccount }),
  "apiKeys.create": (org) => ({
    org,
    name: "Smuggled in",
    scopes: ["project:read"],
  }),
  "apiKeys.update": (org, { apiKey }) => ({
    org,
    id: apiKey,
    name: "Taken over",
  }),
  "apiKeys.rotate": (org, { apiKey }) => ({ org, id: apiKey }),
  "apiKeys.revoke": (org, { apiKey }) => ({ org, id: apiKey }),
  "apiKeys.revokeSelf": { noCrossTenantInput: "revokes the key of the call" },
  "apiKeys.mine": { noCrossTenantInput: "lists the caller's own" },
  "serviceAccounts.list": (org, { serviceAccount }) => ({
    org,
    cursor: serviceAccount,
  }),
  "serviceAccounts.get": (org, { serviceAccount }) => ({
    org,
    id: serviceAccount,
  }),
  "serviceAccounts.create": (org, { user }) => ({
    org,
    name: "Smuggled in",
    role: "viewer",
    stewardId: user,
  }),
  "serviceAccounts.update": (org, { serviceAccount }) => ({
    org,
    id: serviceAccount,
    name: "Taken over",
  }),
  "serviceAccounts.delete": (org, { serviceAccount }) => ({
    org,
    id: serviceAccount,
  }),
  "serviceAccounts.createKey": (org, { serviceAccount }) => ({
    org,
    id: serviceAccount,
    name: "Smuggled in",
    scopes: ["project:read"],
  }),
  "billing.get": (org) => ({ org }),
  "billing.preview": (org) => ({ org, plan: "free" }),
  "billing.checkout": (org) => ({ org, plan: "team" }),
  "billing.startTrial": (org) => ({ org, plan: "team" }),
  "billing.change": (org) => ({ org, seats: 3 }),
  "billing.cancel": (org) => ({ org }),
  "billing.resume": (org) => ({ org }),
  "billing.portal": (org) => ({ org }),
  "billing.refresh": (org) => ({ org }),
  "billing.invoices": (org) => ({ org }),
  "billing.chooseSeats": (org, { user }) => ({ org, userIds: [user] }),
  "usage.get": (org) => ({ org }),
  "dashboard.get": (org) => ({ org }),
  "analytics.get": (org) => ({ org }),
  "audit.list": (org, { user }) => ({ org, target: user }),
  "audit.latest": (org, { user, project }) => ({
    org,
    targets: `${user},${project},organization.name`,
  }),
  "audit.export": (org) => ({ org, format: "jsonl" }),
  "audit.retention": (org) => ({ org }),
  "audit.verify": (org) => ({ org }),
};
