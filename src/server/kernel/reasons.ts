import type { InputIssue } from "#shared/issues";
import { describeIssues } from "#shared/issues";
import type { Permission } from "#shared/permissions";
import { count, type ParamsOf, type Sentence } from "#shared/sentences";

/** The most recent change to a row that the caller wanted to change as well. */
export interface LastChange {
  /** Null when no user made the change, or when the user is unknown. */
  changedBy: { id: string; name: string } | null;
  /** The moment of the change, as ISO 8601 in UTC. */
  changedAt: string;
}

/** The limit that was reached, as a parameter of the reason `RATE_LIMITED`. */
export type RateLimit =
  | { limit: "requests"; seconds: number }
  | { limit: "emailsToAddress" }
  | { limit: "invitationsToAddress"; perHour: number }
  | { limit: "invitationsOfOrganization"; perDay: number; sending: number }
  | { limit: "invitationsOfAccount"; perDay: number }
  | { limit: "invitationsOfNewAccount"; perDay: number; days: number }
  | { limit: "livePagesOfBrowser" }
  | { limit: "livePagesOfUser" };

export type WrongAccount =
  | { email: string; invited: string }
  | { email: string; domains: readonly string[] };

export interface ApiCallLimit {
  limit: number;
  /** When the next month begins, as ISO 8601 in UTC. */
  resetsAt: string;
}

interface WithIssues {
  issues?: readonly InputIssue[];
}

/**
 * Every reason for which the server refuses a request, with its code and an English sentence or a function that makes
 * the sentence. Reasons, codes and parameters are part of the HTTP contract; the sentences are not.
 */
export const REASONS = {
  // The request
  INVALID_INPUT: [
    "BAD_REQUEST",
    ({ issues }: { issues: readonly InputIssue[] }) => describeIssues(issues),
  ],
  CROSS_ORIGIN: [
    "FORBIDDEN",
    ({ origin }: { origin: string }) =>
      `This request came from another site. Send it from ${origin} (header Origin).`,
  ],
  NOT_FOUND: ["NOT_FOUND", "Not found."],
  STALE: [
    "CONFLICT",
    ({ organization }: Partial<LastChange> & { organization?: string } = {}) =>
      organization === undefined
        ? "Someone else just changed this. Reload it and try again."
        : `You're now the only member of ${organization}. Review what will happen to it and try again.`,
  ],
  PAYLOAD_TOO_LARGE: [
    "PAYLOAD_TOO_LARGE",
    ({ maxKiB }: { maxKiB?: number } = {}) =>
      `The body is too large.${maxKiB ? ` Send at most ${maxKiB} KiB.` : ""}`,
  ],
  URL_TOO_LONG: ["URI_TOO_LONG", "The URL is too long."],
  HOST_NOT_ALLOWED: [
    "FORBIDDEN",
    ({ origin }: { origin: string }) =>
      `The header Host names another server. Send the request to ${origin}.`,
  ],
  UNSUPPORTED_MEDIA_TYPE: [
    "UNSUPPORTED_MEDIA_TYPE",
    "Send the body as application/json.",
  ],
  METHOD_NOT_SUPPORTED: [
    "METHOD_NOT_SUPPORTED",
    ({ use }: { use?: string } = {}) =>
      `This URL doesn't support this method.${use ? ` Use ${use}.` : ""}`,
  ],
  IDEMPOTENCY_MISMATCH: [
    "UNPROCESSABLE_CONTENT",
    "This Idempotency-Key was used for a different request. Use a new key.",
  ],
  RATE_LIMITED: ["TOO_MANY_REQUESTS", describeRateLimit],
  WRITE_BUDGET: [
    "TOO_MANY_REQUESTS",
    "You've reached today's limit for changes. Try again later. You can still remove or suspend members, change roles, revoke access and sign out.",
  ],
  BUSY: [
    "SERVICE_UNAVAILABLE",
    "The server is busy or restarting. Nothing was changed. Try again shortly.",
  ],
  OUTCOME_UNKNOWN: [
    "SERVICE_UNAVAILABLE",
    "The database connection was lost, so your change may or may not be saved. Repeat the request with the same Idempotency-Key, or check first.",
  ],
  INTERNAL: ["INTERNAL_SERVER_ERROR", "Something went wrong on our side."],

  // Signing in
  SIGNED_OUT: ["UNAUTHORIZED", "Sign in to continue."],
  API_KEY_INVALID: [
    "UNAUTHORIZED",
    "This API key isn't valid. It may be mistyped, expired or revoked.",
  ],
  API_KEY_MISSING: [
    "UNAUTHORIZED",
    "Send an API key as a bearer token in the header Authorization.",
  ],
  API_KEY_REQUIRED: [
    "FORBIDDEN",
    "Only an API key can do this. Send it as a bearer token in the header Authorization.",
  ],
  API_KEY_LIMIT: [
    "CONFLICT",
    ({ max, owner }: { max: number; owner: "member" | "serviceAccount" }) =>
      owner === "member"
        ? `You can have at most ${count(max, "API key")} in an organization. Revoke one first.`
        : `A service account can have at most ${count(max, "API key")}. Revoke one first.`,
  ],
  KEY_OWNER_ONLY: [
    "FORBIDDEN",
    "Only its owner can rotate a personal API key or give it more permissions. You can revoke it.",
  ],
  KEY_NOT_ALLOWED: [
    "FORBIDDEN",
    "API keys can't do this. Sign in and do it in the app.",
  ],
  INVALID_CREDENTIALS: [
    "UNAUTHORIZED",
    ({ proof }: { proof?: "password" | "linkedAccount" } = {}) => {
      if (proof === "password") return "Incorrect password.";
      return proof === "linkedAccount"
        ? "This account isn't linked to yours. Use one that is."
        : "Incorrect email or password.";
    },
  ],
  INVALID_CODE: [
    "UNAUTHORIZED",
    "This code is incorrect or was already used. Enter a new one.",
  ],
  INVALID_PASSKEY: [
    "UNAUTHORIZED",
    "This passkey wasn't accepted. Try again or sign in another way.",
  ],
  SIGN_IN_EXPIRED: ["UNAUTHORIZED", "This sign-in expired. Start again."],
  EMAIL_NOT_VERIFIED: [
    "FORBIDDEN",
    "Confirm your email first: open the link we emailed you, or request a new one.",
  ],
  SIGN_IN_FIRST: [
    "FORBIDDEN",
    "Sign in to the account that requested this change, then open the link again. The link is still valid.",
  ],
  REAUTHENTICATION_REQUIRED: ["FORBIDDEN", "Confirm it's you first."],
  SECOND_FACTOR_REQUIRED: [
    "FORBIDDEN",
    ({ ownFirst }: { ownFirst?: boolean } = {}) =>
      ownFirst
        ? "Turn on 2FA for yourself first. You need it before you can require it."
        : "This organization requires 2FA. Turn it on in your account under Two-factor authentication.",
  ],
  VERIFICATION_INVALID: [
    "NOT_FOUND",
    ({ otherBrowser }: { otherBrowser?: boolean } = {}) =>
      otherBrowser
        ? "Open the link we emailed you in this browser first, or request a new one."
        : "This link is no longer valid. Request a new one.",
  ],
  ACCOUNT_EXISTS: [
    "CONFLICT",
    "An account with this email already exists. Sign in to it, then connect the other account under Linked accounts.",
  ],
  IDENTITY_TAKEN: [
    "CONFLICT",
    "This account is linked to another user. Disconnect it there first.",
  ],
  LAST_SIGN_IN_METHOD: [
    "CONFLICT",
    "This is your only way to sign in. Add a password, a passkey or another linked account first.",
  ],
  PASSKEY_LIMIT: [
    "CONFLICT",
    ({ max }: { max: number }) =>
      `You can have at most ${count(max, "passkey")}. Remove one first.`,
  ],
  TOTP_EXISTS: [
    "CONFLICT",
    "You already have an authenticator app. Remove it before you set up another one.",
  ],
  NO_SECOND_FACTOR: [
    "CONFLICT",
    "You don't use 2FA yet. Set up an authenticator app or a passkey first.",
  ],
  PROVIDER_EXPIRED: [
    "BAD_REQUEST",
    "This sign-in expired or was started in another browser. Start again.",
  ],
  PROVIDER_WITHOUT_ADDRESS: [
    "BAD_REQUEST",
    "The provider didn't share your email address. Add one there, or sign up here with your email.",
  ],
  PROVIDER_FAILED: [
    "SERVICE_UNAVAILABLE",
    "The provider didn't respond as expected. Nothing was changed. Try again or sign in another way.",
  ],

  // Organizations, members and roles
  PERMISSION_DENIED: [
    "FORBIDDEN",
    ({
      missing,
      adminOnly,
    }: {
      missing: readonly Permission[];
      adminOnly?: boolean;
    }) =>
      adminOnly
        ? "Only an admin can do this."
        : `Your role doesn't grant ${missing.join(", ")}.`,
  ],
  ORGANIZATION_NOT_FOUND: ["NOT_FOUND", "Organization not found."],
  SLUG_RETIRED: [
    "GONE",
    "One of your organizations used this URL before. Find it in your list of organizations.",
  ],
  SLUG_TAKEN: ["CONFLICT", "This URL is taken. Choose another one."],
  SLUG_LIMIT: [
    "CONFLICT",
    "This organization already reserves 5 previous URLs. Switch back to one of them, or wait until one expires after 90 days.",
  ],
  MEMBERSHIP_SUSPENDED: [
    "FORBIDDEN",
    "An admin suspended your access to this organization. Contact an admin to restore it.",
  ],
  MEMBERSHIP_FROZEN: [
    "PAYMENT_REQUIRED",
    "You have read-only access because this organization is out of seats. Ask an admin for a seat.",
  ],
  LAST_ADMIN: [
    "CONFLICT",
    ({ organizations }: { organizations?: readonly string[] } = {}) =>
      organizations
        ? `You're the last admin of ${new Intl.ListFormat("en").format(organizations)}. Make another member an admin first.`
        : "An organization needs at least one admin. Make another member an admin first.",
  ],
  ADMIN_NOT_VERIFIED: [
    "CONFLICT",
    "An admin needs a confirmed email address. Ask this member to confirm theirs in their profile, then try again.",
  ],
  STEWARD_NOT_MEMBER: [
    "BAD_REQUEST",
    "The steward of a service account must be a member of this organization.",
  ],
  OWNER_NOT_MEMBER: [
    "BAD_REQUEST",
    "The owner of a project must be a member of this organization.",
  ],
  STEWARD_MISSING: [
    "CONFLICT",
    "This service account has no steward. Choose one before it can send invitations.",
  ],
  ROLE_NOT_FOUND: [
    "BAD_REQUEST",
    (_: WithIssues = {}) =>
      "This role doesn't exist. Choose a role of this organization.",
  ],
  ROLE_LIMIT: [
    "CONFLICT",
    ({ max }: { max: number }) =>
      `An organization can have at most ${count(max, "custom role")}. Delete one first.`,
  ],
  VIEWING_AS_ROLE: [
    "FORBIDDEN",
    "You're viewing this organization as another role, so you can't make changes. Exit this view first.",
  ],
  BUILT_IN_ROLE: [
    "CONFLICT",
    "You can't change a built-in role. Create a custom role from it instead.",
  ],
  ROLE_IN_USE: [
    "CONFLICT",
    ({ uses, isMore }: { uses?: number; isMore?: boolean } = {}) =>
      uses === undefined
        ? "This role is in use. Choose a role to replace it."
        : `${isMore ? "More than " : ""}${count(uses, "member or invitation has", "members and invitations have")} this role. Change these members' role first.`,
  ],
  ROLE_NAME_TAKEN: [
    "CONFLICT",
    (_: WithIssues = {}) =>
      "A role with this name already exists. Choose another name.",
  ],

  // Joining
  WRONG_ACCOUNT: ["FORBIDDEN", describeWrongAccount],
  INVITATION_INVALID: [
    "NOT_FOUND",
    "This invitation is no longer valid. It may have expired, been used, or been revoked. Ask for a new one.",
  ],
  ALREADY_MEMBER: ["CONFLICT", "This person is already a member."],
  ALREADY_INVITED: [
    "CONFLICT",
    "This address already has an invitation. Resend it instead.",
  ],
  RESEND_FIRST: [
    "CONFLICT",
    "This invitation has expired, or its sender can no longer give the role. Resend it, then copy the link.",
  ],
  LINK_LIMIT: [
    "CONFLICT",
    ({ max }: { max: number }) =>
      `An organization can have at most ${count(max, "active invitation link")}. Revoke one first.`,
  ],
  TRANSFER_PENDING: [
    "CONFLICT",
    "An admin transfer is already pending. Wait for a response, or cancel it first.",
  ],
  TRANSFER_INVALID: [
    "NOT_FOUND",
    "This admin transfer is no longer pending. Ask for a new one.",
  ],
  REQUEST_NOT_NEEDED: ["CONFLICT", "You already have this access."],
  REQUEST_OPEN: [
    "CONFLICT",
    "You've already sent this request. Cancel it before you send another one.",
  ],
  DOMAIN_EXISTS: ["CONFLICT", "You've already added this domain."],
  DOMAIN_TAKEN: [
    "CONFLICT",
    "Another organization has verified this domain. It must remove the domain first.",
  ],
  DOMAIN_NOT_PROVEN: [
    "CONFLICT",
    ({ record }: { record?: string } = {}) =>
      record === undefined
        ? "We can't find the DNS record yet. DNS changes can take up to an hour. Try again later."
        : `The DNS record at ${record} has a different value. Copy the value shown here. DNS changes can take up to an hour.`,
  ],
  DOMAIN_LIMIT: [
    "CONFLICT",
    ({ max }: { max: number }) =>
      `An organization can have at most ${count(max, "domain")}. Remove one first.`,
  ],
  DNS_FAILED: [
    "SERVICE_UNAVAILABLE",
    "The domain's name servers didn't respond. Nothing was changed. Try again shortly.",
  ],

  // Plans and billing
  SEAT_LIMIT: [
    "PAYMENT_REQUIRED",
    "This organization is out of seats. Add seats, remove a member or revoke an invitation.",
  ],
  PROJECT_LIMIT: [
    "PAYMENT_REQUIRED",
    "This organization has reached its project limit, so this project is read-only. Delete another project or upgrade the plan.",
  ],
  API_CALL_LIMIT: [
    "PAYMENT_REQUIRED",
    ({ limit, resetsAt }: ApiCallLimit) =>
      `This organization has used the ${count(limit, "API call")} that its plan includes each month. Upgrade the plan, or wait until ${dayOf(resetsAt)} (UTC).`,
  ],
  FEATURE_NOT_IN_PLAN: [
    "PAYMENT_REQUIRED",
    "This organization's plan doesn't include this. Upgrade the plan to use it.",
  ],
  BILLING_OFF: [
    "CONFLICT",
    "Billing is turned off on this server. All features are included.",
  ],
  NO_SUBSCRIPTION: [
    "CONFLICT",
    "This organization has no subscription. Choose a plan first.",
  ],
  SUBSCRIPTION_EXISTS: [
    "CONFLICT",
    "This organization already has a subscription. Change that one instead.",
  ],
  TRIAL_USED: [
    "CONFLICT",
    "This organization already used its trial. Choose a plan.",
  ],
  BILLING_FAILED: [
    "SERVICE_UNAVAILABLE",
    "The payment provider didn't respond as expected. Try again shortly. You won't be charged twice.",
  ],
  SIGNATURE_INVALID: [
    "BAD_REQUEST",
    "The signature doesn't match the message. Check the signing secret.",
  ],
} as const satisfies Record<string, readonly [code: string, text: Sentence]>;

export type Reason = keyof typeof REASONS;
export type ErrorCode = (typeof REASONS)[Reason][0];

/** The sentences of all reasons, in the form in which a translation contains them. */
export type ReasonTexts = { [R in Reason]: (typeof REASONS)[R][1] };
export type ReasonParams<R extends Reason> = ParamsOf<ReasonTexts[R]>;

export function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}

function describeRateLimit(params: RateLimit): string {
  switch (params.limit) {
    case "requests":
      return `Too many requests. Try again in ${inWords(params.seconds)}.`;
    case "emailsToAddress":
      return "We've sent this address too many emails. Try again in an hour.";
    case "invitationsToAddress":
      return `This address got ${count(params.perHour, "invitation")} from this organization within an hour. Try again in an hour.`;
    case "invitationsOfOrganization":
      return `An organization can send ${count(params.perDay, "invitation")} a day. ${params.sending} more would exceed that.`;
    case "invitationsOfAccount":
      return `You can send ${count(params.perDay, "invitation")} a day. Invite fewer people or try again later.`;
    case "invitationsOfNewAccount":
      return `You can send ${count(params.perDay, "invitation")} a day in your first ${count(params.days, "day")}. Invite fewer people or try again later.`;
    case "livePagesOfBrowser":
      return "You have too many pages open in this browser. Close some of them.";
    case "livePagesOfUser":
      return "You have too many pages open. Close some, or sign out devices you don't use.";
  }
}

function describeWrongAccount(params: WrongAccount): string {
  const invited =
    "invited" in params
      ? `This invitation is for ${params.invited}`
      : `This link is for email addresses at ${new Intl.ListFormat("en", { type: "disjunction" }).format(params.domains)}`;
  return `${invited}. You're signed in as ${params.email}.`;
}

function inWords(seconds: number): string {
  if (seconds < 60) return count(seconds, "second");
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 120) return count(minutes, "minute");
  return count(Math.ceil(minutes / 60), "hour");
}

function dayOf(moment: string): string {
  return new Date(moment).toLocaleDateString("en", {
    month: "long",
    day: "numeric",
    timeZone: "UTC",
  });
}
