import { procedureAt, type ProcedurePath } from "./procedures";
import type { Caller } from "./scenarios";

/** The callers of procedures that an admin of the organization cannot call successfully. */
export const CALLED_BY: Partial<Record<ProcedurePath, Caller>> = {
  "domains.join": "stranger",
  "invitations.accept": "stranger",
  "invitations.acceptReceived": "stranger",
  "invitations.decline": "stranger",
  "invitations.declineReceived": "stranger",
  "links.join": "stranger",
  "transfers.accept": "member",
  "transfers.decline": "member",
};

/** Procedures that are refused in these tests, because they need an API key or a sign-in at an external provider. */
export const REFUSED: readonly ProcedurePath[] = [
  "linkedAccounts.startReauthentication",
  "linkedAccounts.complete",
  "apiKeys.revokeSelf",
];

/**
 * By how many rows two calls of a procedure may differ without a reason. For example, a session was added or a mail is
 * still in the outbox.
 */
export const NOISE = 25;

/**
 * Procedures that read more rows in a longer log: how many more rows they may read in a log of 5,000 events, and why.
 */
export const GROWS: Partial<
  Record<ProcedurePath, [rows: number, why: string]>
> = {
  "audit.list": [
    60,
    "a page has at most 50 events, or as many as asked for up to 100",
  ],
  "audit.verify": [
    600,
    "a portion of 500, where the first wrong event is found; a log without fault is read whole, in portions",
  ],
  "audit.export": [
    5_100,
    "a download is the whole log, read in portions as it is taken",
  ],
  "organizations.export": [
    5_200,
    "a download is everything, read in portions; the rows of the log are also read as they are taken",
  ],
  "dashboard.get": [
    450,
    "the newest 100 events say in two statements which projects were changed last",
  ],
  "analytics.get": [
    2_050,
    "the joins, departures and projects of the days that are asked for are counted; a limit charges for the days",
  ],
};

/**
 * The largest number of statements of a call, including the program's own statements before the answer. There is room
 * for a few more guards, but not for a statement per row.
 */
export const MOST_STATEMENTS: Record<ProcedurePath, number> = {
  "auth.signUp": 15,
  "auth.verifyEmail": 15,
  "auth.choosePassword": 20,
  "auth.resendVerification": 15,
  "auth.signIn": 20,
  "auth.forgotPassword": 15,
  "auth.resetPassword": 25,
  "auth.signOut": 15,
  "auth.context": 10,
  "auth.switchOrganization": 15,
  "auth.reauthenticate": 15,
  "auth.changePassword": 25,
  "auth.me": 10,
  "auth.updateMe": 10,
  "auth.sessions": 10,
  "auth.revokeSession": 15,
  "auth.revokeOtherSessions": 15,
  "account.changeEmail": 20,
  "account.pendingEmail": 10,
  "account.cancelEmailChange": 10,
  "account.confirmEmail": 30,
  "account.setAvatar": 15,
  "account.removeAvatar": 15,
  "account.deletion": 10,
  "account.delete": 35,
  // The export reads several pages for each organization of the user; in this test about forty pages in total.
  "account.export": 400,
  "twoFactor.status": 10,
  "twoFactor.pending": 10,
  "twoFactor.signIn": 25,
  "twoFactor.startTotp": 15,
  "twoFactor.confirmTotp": 30,
  "twoFactor.removeTotp": 15,
  "twoFactor.newRecoveryCodes": 25,
  "passkeys.startSignIn": 10,
  "passkeys.signIn": 25,
  "passkeys.list": 10,
  "passkeys.startRegistration": 10,
  "passkeys.register": 30,
  "passkeys.rename": 15,
  "passkeys.remove": 20,
  "linkedAccounts.providers": 10,
  "linkedAccounts.startSignIn": 10,
  "linkedAccounts.startLink": 10,
  "linkedAccounts.startReauthentication": 10,
  "linkedAccounts.complete": 10,
  "linkedAccounts.list": 10,
  "linkedAccounts.unlink": 15,
  "organizations.list": 10,
  "organizations.create": 20,
  "organizations.checkSlug": 10,
  "organizations.get": 10,
  "organizations.settings": 10,
  "organizations.update": 15,
  "organizations.setLogo": 20,
  "organizations.removeLogo": 15,
  "organizations.delete": 20,
  "organizations.export": 60,
  "organizations.twoFactor": 10,
  "organizations.requireTwoFactor": 15,
  "organizations.lackingTwoFactor": 10,
  "organizations.restore": 20,
  "members.list": 10,
  "members.get": 10,
  "members.updateRole": 20,
  "members.suspend": 20,
  "members.reactivate": 15,
  "members.remove": 20,
  "members.previewRemoval": 10,
  "members.updateMany": 20,
  "people.list": 10,
  "people.export": 20,
  "people.get": 10,
  "invitations.list": 10,
  "invitations.create": 25,
  "invitations.resend": 20,
  "invitations.copyLink": 20,
  "invitations.updateMany": 20,
  "invitations.revoke": 20,
  "invitations.preview": 10,
  "invitations.accept": 25,
  "invitations.decline": 25,
  "invitations.received": 10,
  "invitations.acceptReceived": 25,
  "invitations.declineReceived": 25,
  "links.list": 10,
  "links.create": 15,
  "links.revoke": 20,
  "links.preview": 10,
  "links.join": 25,
  "domains.list": 10,
  "domains.add": 15,
  "domains.verify": 20,
  "domains.update": 20,
  "domains.remove": 20,
  "domains.joinable": 10,
  "domains.join": 25,
  "transfers.offer": 20,
  "transfers.pending": 10,
  "transfers.cancel": 20,
  "transfers.accept": 25,
  "transfers.decline": 25,
  "requests.list": 10,
  "requests.create": 20,
  "requests.withdraw": 20,
  "requests.resolve": 25,
  "roles.list": 10,
  "roles.get": 10,
  "roles.create": 15,
  "roles.update": 20,
  "roles.delete": 25,
  "roles.impact": 10,
  "projects.list": 10,
  "projects.get": 10,
  "projects.create": 15,
  "projects.update": 20,
  "projects.favourite": 15,
  "projects.unfavourite": 15,
  "projects.delete": 20,
  "apiKeys.list": 10,
  "apiKeys.create": 20,
  "apiKeys.update": 20,
  "apiKeys.rotate": 20,
  "apiKeys.revoke": 20,
  "apiKeys.revokeSelf": 10,
  "apiKeys.mine": 10,
  "serviceAccounts.list": 10,
  "serviceAccounts.get": 10,
  "serviceAccounts.create": 20,
  "serviceAccounts.update": 20,
  "serviceAccounts.delete": 20,
  "serviceAccounts.createKey": 20,
  "billing.get": 10,
  "billing.preview": 10,
  "billing.checkout": 30,
  "billing.startTrial": 45,
  "billing.change": 50,
  "billing.cancel": 55,
  "billing.resume": 30,
  "billing.portal": 15,
  "billing.refresh": 25,
  "billing.invoices": 15,
  "billing.chooseSeats": 20,
  "usage.get": 10,
  // Each fact of the dashboard is one statement.
  "dashboard.get": 17,
  "analytics.get": 10,
  "audit.list": 10,
  "audit.latest": 10,
  "audit.export": 40,
  "audit.retention": 10,
  "audit.verify": 10,
};

/** The largest number of round trips, which are requests to the database, of a call. */
const MOST_ROUND_TRIPS = { query: 2, mutation: 3 };

/** Mutations that read only the caller before they write, so that they have one round trip less. */
const READING_NOTHING: readonly ProcedurePath[] = [
  "auth.signOut",
  "auth.updateMe",
  "auth.revokeSession",
  "auth.revokeOtherSessions",
  "account.cancelEmailChange",
  "account.setAvatar",
  "account.removeAvatar",
  "twoFactor.startTotp",
  "twoFactor.removeTotp",
  "twoFactor.newRecoveryCodes",
  "links.create",
  "domains.add",
  "roles.create",
  "projects.create",
];

const AT_PROVIDER =
  "a change at the payment provider comes between reads that must be up to date, and its event may arrive meanwhile";
const IN_PORTIONS = "a long answer is read in portions";
const BEFORE_JOINING =
  "only the invitation tells in which organization to look for a membership";

/** Procedures with more round trips: how many, and why. */
const MORE_ROUND_TRIPS: Partial<
  Record<ProcedurePath, [roundTrips: number, why: string]>
> = {
  "account.delete": [
    8,
    "the organizations of the user, then their versions, then the rows there that name the user; after the answer, organizations are purged",
  ],
  "account.export": [150, IN_PORTIONS],
  "organizations.delete": [4, AT_PROVIDER],
  "invitations.accept": [4, BEFORE_JOINING],
  "invitations.acceptReceived": [4, BEFORE_JOINING],
  "links.join": [4, BEFORE_JOINING],
  "billing.checkout": [8, AT_PROVIDER],
  "billing.startTrial": [12, AT_PROVIDER],
  "billing.change": [10, AT_PROVIDER],
  "billing.cancel": [10, AT_PROVIDER],
  "billing.resume": [10, AT_PROVIDER],
  "billing.refresh": [4, AT_PROVIDER],
  "requests.resolve": [4, "the request says whose role changes"],
  "dashboard.get": [
    3,
    "the last events say which members and projects to show",
  ],
  "usage.get": [3, "the keys with the most calls are found first"],
  "analytics.get": [
    3,
    "the time zone of the organization says when its days begin",
  ],
  "organizations.export": [60, IN_PORTIONS],
  "audit.export": [25, IN_PORTIONS],
  "audit.verify": [4, IN_PORTIONS],
};

/**
 * How often a call may run at most. Conflicts make it run again, but they need another change at the same moment, which
 * only a payment provider makes in these tests.
 */
export function mostRuns(path: ProcedurePath): number {
  return MORE_ROUND_TRIPS[path]?.[1] === AT_PROVIDER ? 2 : 1;
}

export function mostRoundTrips(path: ProcedurePath): number {
  const [more] = MORE_ROUND_TRIPS[path] ?? [];
  if (more !== undefined) return more;
  const most = MOST_ROUND_TRIPS[procedureAt(path).type];
  return READING_NOTHING.includes(path) ? most - 1 : most;
}
