import type { AnyTRPCProcedure } from "@trpc/server";
import type { AppRouter } from "./router";

type Paths<R, Prefix extends string = ""> = {
  [K in keyof R & string]: R[K] extends AnyTRPCProcedure
    ? `${Prefix}${K}`
    : Paths<R[K], `${Prefix}${K}.`>;
}[keyof R & string];

/** The path of every procedure, such as `projects.list`. */
type ProcedurePath = Paths<AppRouter["_def"]["record"]>;

/**
 * Which procedures can be called with an API key. A new procedure does not compile without a line here.
 *
 * - `allowed`: the key needs the permission of the procedure as a scope.
 * - `refused`: 403 `KEY_NOT_ALLOWED`. Keys never manage accounts, keys, service accounts, roles, admins, security policies,
 *   billing, deletions or exports.
 * - `ignored`: the procedure is open to everyone, and does not look at a key.
 */
export const KEY_ACCESS: Readonly<
  Record<ProcedurePath, "allowed" | "refused" | "ignored">
> = {
  "auth.signUp": "ignored",
  "auth.verifyEmail": "ignored",
  "auth.choosePassword": "ignored",
  "auth.resendVerification": "ignored",
  "auth.signIn": "ignored",
  "auth.signOut": "refused",
  "auth.reauthenticate": "refused",
  "auth.forgotPassword": "ignored",
  "auth.resetPassword": "ignored",
  "auth.changePassword": "refused",
  "auth.context": "allowed",
  "auth.switchOrganization": "refused",
  "auth.me": "refused",
  "auth.updateMe": "refused",
  "auth.sessions": "refused",
  "auth.revokeSession": "refused",
  "auth.revokeOtherSessions": "refused",

  "account.changeEmail": "refused",
  "account.pendingEmail": "refused",
  "account.cancelEmailChange": "refused",
  "account.confirmEmail": "ignored",
  "account.setAvatar": "refused",
  "account.removeAvatar": "refused",
  "account.deletion": "refused",
  "account.delete": "refused",
  "account.export": "refused",

  "twoFactor.status": "refused",
  "twoFactor.startTotp": "refused",
  "twoFactor.confirmTotp": "refused",
  "twoFactor.removeTotp": "refused",
  "twoFactor.newRecoveryCodes": "refused",
  "twoFactor.pending": "ignored",
  "twoFactor.signIn": "ignored",

  "passkeys.startSignIn": "ignored",
  "passkeys.signIn": "ignored",
  "passkeys.list": "refused",
  "passkeys.startRegistration": "refused",
  "passkeys.register": "refused",
  "passkeys.rename": "refused",
  "passkeys.remove": "refused",

  "linkedAccounts.providers": "ignored",
  "linkedAccounts.startSignIn": "ignored",
  "linkedAccounts.startLink": "refused",
  "linkedAccounts.startReauthentication": "refused",
  "linkedAccounts.complete": "ignored",
  "linkedAccounts.list": "refused",
  "linkedAccounts.unlink": "refused",

  "organizations.list": "allowed",
  "organizations.create": "refused",
  "organizations.checkSlug": "refused",
  "organizations.get": "allowed",
  "organizations.settings": "allowed",
  "organizations.update": "allowed",
  "organizations.setLogo": "allowed",
  "organizations.removeLogo": "allowed",
  "organizations.delete": "refused",
  "organizations.export": "refused",
  "organizations.twoFactor": "refused",
  "organizations.requireTwoFactor": "refused",
  "organizations.lackingTwoFactor": "refused",
  "organizations.restore": "refused",

  "members.list": "allowed",
  "members.get": "allowed",
  "members.updateRole": "allowed",
  "members.suspend": "allowed",
  "members.reactivate": "allowed",
  "members.remove": "allowed",
  "members.previewRemoval": "allowed",
  "members.updateMany": "allowed",

  "people.list": "allowed",
  "people.export": "refused",
  "people.get": "allowed",

  "invitations.list": "allowed",
  "invitations.create": "allowed",
  "invitations.resend": "allowed",
  "invitations.copyLink": "refused",
  "invitations.updateMany": "allowed",
  "invitations.revoke": "allowed",
  "invitations.preview": "ignored",
  "invitations.accept": "refused",
  "invitations.decline": "refused",
  "invitations.received": "refused",
  "invitations.acceptReceived": "refused",
  "invitations.declineReceived": "refused",

  "links.list": "allowed",
  "links.create": "refused",
  "links.revoke": "refused",
  "links.preview": "ignored",
  "links.join": "refused",

  "domains.list": "allowed",
  "domains.add": "refused",
  "domains.verify": "refused",
  "domains.update": "refused",
  "domains.remove": "refused",
  "domains.joinable": "refused",
  "domains.join": "refused",

  "transfers.offer": "refused",
  "transfers.pending": "refused",
  "transfers.cancel": "refused",
  "transfers.accept": "refused",
  "transfers.decline": "refused",
  "requests.list": "refused",
  "requests.create": "refused",
  "requests.withdraw": "refused",
  "requests.resolve": "refused",

  "roles.list": "allowed",
  "roles.get": "allowed",
  "roles.create": "refused",
  "roles.update": "refused",
  "roles.delete": "refused",
  "roles.impact": "refused",

  "projects.list": "allowed",
  "projects.get": "allowed",
  "projects.create": "allowed",
  "projects.update": "allowed",
  "projects.delete": "allowed",
  "projects.favourite": "refused",
  "projects.unfavourite": "refused",

  "apiKeys.list": "refused",
  "apiKeys.create": "refused",
  "apiKeys.update": "refused",
  "apiKeys.rotate": "refused",
  "apiKeys.revoke": "refused",
  "apiKeys.revokeSelf": "allowed",
  "apiKeys.mine": "refused",

  "serviceAccounts.list": "refused",
  "serviceAccounts.get": "refused",
  "serviceAccounts.create": "refused",
  "serviceAccounts.update": "refused",
  "serviceAccounts.delete": "refused",
  "serviceAccounts.createKey": "refused",

  "billing.get": "allowed",
  "billing.preview": "refused",
  "billing.checkout": "refused",
  "billing.startTrial": "refused",
  "billing.change": "refused",
  "billing.cancel": "refused",
  "billing.resume": "refused",
  "billing.portal": "refused",
  "billing.refresh": "refused",
  "billing.invoices": "allowed",
  "billing.chooseSeats": "refused",

  "usage.get": "allowed",

  "dashboard.get": "refused",

  "analytics.get": "allowed",

  "audit.list": "allowed",
  "audit.latest": "allowed",
  "audit.export": "refused",
  "audit.retention": "allowed",
  "audit.verify": "allowed",

  "live.changes": "allowed",
};

export function takesKeys(path: string): boolean {
  return KEY_ACCESS[path as ProcedurePath] === "allowed";
}
