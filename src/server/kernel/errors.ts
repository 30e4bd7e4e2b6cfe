import type { Permission } from "#shared/permissions";

/**
 * Every refusal the program can give: the reason a client may branch on, the tRPC code it travels under,
 * and the sentence that says what to do next.
 */
const REASONS = {
  INVALID_INPUT: ["BAD_REQUEST", "The input is not valid."],
  SIGNED_OUT: ["UNAUTHORIZED", "Sign in to continue."],
  INVALID_CREDENTIALS: [
    "UNAUTHORIZED",
    "The address or the password is wrong.",
  ],
  INVALID_CODE: [
    "UNAUTHORIZED",
    "The code is wrong, or it was used before. Enter another one.",
  ],
  INVALID_PASSKEY: [
    "UNAUTHORIZED",
    "This passkey was not accepted. It may have been removed from the account: try again, or use another way.",
  ],
  SIGN_IN_EXPIRED: ["UNAUTHORIZED", "This sign-in took too long. Start again."],
  EMAIL_NOT_VERIFIED: [
    "FORBIDDEN",
    "Confirm your address first: follow the link we mailed to you, or ask for a new one.",
  ],
  PERMISSION_DENIED: ["FORBIDDEN", "Your role does not grant this."],
  CROSS_ORIGIN: [
    "FORBIDDEN",
    "The request came from another site. Send it from this one.",
  ],
  SIGN_IN_FIRST: [
    "FORBIDDEN",
    "Sign in to the account that asked for this address, then open the link again. It was not used up.",
  ],
  REAUTHENTICATION_REQUIRED: ["FORBIDDEN", "Confirm first that it is you."],
  SECOND_FACTOR_REQUIRED: [
    "FORBIDDEN",
    "This organization requires a second factor. Set one up in your account, under Two-factor authentication.",
  ],
  WRONG_ACCOUNT: [
    "FORBIDDEN",
    "This invitation is for another address. Sign in with that one.",
  ],
  MEMBERSHIP_SUSPENDED: [
    "FORBIDDEN",
    "Your membership in this organization is suspended. Ask one of its admins.",
  ],
  NOT_FOUND: ["NOT_FOUND", "Not found."],
  ORGANIZATION_NOT_FOUND: ["NOT_FOUND", "Organization not found."],
  SLUG_RETIRED: [
    "GONE",
    "This address belonged to an organization of yours that has another one now. Look for it in your list.",
  ],
  INVITATION_INVALID: [
    "NOT_FOUND",
    "Invalid invitation. Ask whoever invited you to send a new one.",
  ],
  VERIFICATION_INVALID: [
    "NOT_FOUND",
    "This link is not valid any more. Ask for a new one.",
  ],
  SEAT_LIMIT: [
    "PAYMENT_REQUIRED",
    "Every seat of this organization is taken, by a member or by an invitation. Free one, or get more.",
  ],
  PROJECT_LIMIT: [
    "PAYMENT_REQUIRED",
    "The plan of this organization has no room for this project: it can be read, not written. Delete another one, or choose a larger plan.",
  ],
  FEATURE_NOT_IN_PLAN: [
    "PAYMENT_REQUIRED",
    "The plan of this organization does not include this, or no more of it. Choose a larger plan.",
  ],
  MEMBERSHIP_FROZEN: [
    "PAYMENT_REQUIRED",
    "This organization has fewer seats than members, so that you can only read. Ask one of its admins for a seat.",
  ],
  BILLING_OFF: [
    "CONFLICT",
    "This installation takes no payments: every organization has everything.",
  ],
  NO_SUBSCRIPTION: [
    "CONFLICT",
    "There is no subscription yet. Choose a plan first.",
  ],
  SUBSCRIPTION_EXISTS: [
    "CONFLICT",
    "This organization has a subscription already. Change that one.",
  ],
  TRIAL_USED: [
    "CONFLICT",
    "This organization had its trial already. Choose a plan.",
  ],
  BILLING_FAILED: [
    "SERVICE_UNAVAILABLE",
    "The payment service did not answer as it should. Try again shortly; nothing is charged twice.",
  ],
  SIGNATURE_INVALID: [
    "BAD_REQUEST",
    "The signature does not fit the message. Check the signing secret.",
  ],
  LAST_ADMIN: [
    "CONFLICT",
    "An organization needs at least one admin. Make somebody else an admin first.",
  ],
  ADMIN_NOT_VERIFIED: [
    "CONFLICT",
    "An admin needs a confirmed email address. Ask this user to confirm theirs under Account, Profile; then try again.",
  ],
  ROLE_NOT_FOUND: [
    "BAD_REQUEST",
    "There is no such role. Choose one of the roles of this organization.",
  ],
  ROLE_LIMIT: [
    "CONFLICT",
    "An organization makes at most 50 roles. Delete one that nobody needs first.",
  ],
  BUILT_IN_ROLE: [
    "CONFLICT",
    "Nobody changes a built-in role. Make one of your own from it.",
  ],
  ROLE_IN_USE: [
    "CONFLICT",
    "This role is in use. Choose another one for those who have it.",
  ],
  ROLE_NAME_TAKEN: [
    "CONFLICT",
    "There is a role with this name already. Choose another name.",
  ],
  SLUG_TAKEN: ["CONFLICT", "This address is taken. Choose another."],
  SLUG_LIMIT: [
    "CONFLICT",
    "This organization holds 5 former addresses already, each for 90 days. Take one of them back, or wait until one is free.",
  ],
  ALREADY_MEMBER: ["CONFLICT", "This person is a member already."],
  ALREADY_INVITED: [
    "CONFLICT",
    "This address has an invitation already. Resend it instead.",
  ],
  LINK_LIMIT: [
    "CONFLICT",
    "An organization has at most 20 invitation links that work. Revoke one first.",
  ],
  TRANSFER_PENDING: [
    "CONFLICT",
    "An admin role is on offer in this organization already. Wait for the answer, or take that offer back first.",
  ],
  TRANSFER_INVALID: [
    "NOT_FOUND",
    "This offer is not open any more. Ask for a new one.",
  ],
  DOMAIN_EXISTS: ["CONFLICT", "This domain is in your list already."],
  DOMAIN_TAKEN: [
    "CONFLICT",
    "Another organization has proven that this domain is its own. It has to give it up first.",
  ],
  DOMAIN_NOT_PROVEN: [
    "CONFLICT",
    "The record is not there yet. New records may take up to an hour to show; then check again.",
  ],
  DOMAIN_LIMIT: [
    "CONFLICT",
    "An organization has at most 20 domains. Remove one you do not need first.",
  ],
  STALE: [
    "CONFLICT",
    "Somebody changed this meanwhile. Reload it and try again.",
  ],
  ACCOUNT_EXISTS: [
    "CONFLICT",
    "There is an account with this address already. Sign in to it, then connect the other one under Linked accounts.",
  ],
  IDENTITY_TAKEN: [
    "CONFLICT",
    "This account elsewhere signs somebody else in here. Disconnect it there first.",
  ],
  LAST_SIGN_IN_METHOD: [
    "CONFLICT",
    "This is your only way to sign in. Add a password, a passkey or another account first.",
  ],
  PASSKEY_LIMIT: [
    "CONFLICT",
    "An account has at most 20 passkeys. Remove one you do not use first.",
  ],
  TOTP_EXISTS: [
    "CONFLICT",
    "You have an authenticator app already. Remove it first, then set up the other one.",
  ],
  NO_SECOND_FACTOR: [
    "CONFLICT",
    "You have no second factor. Set up an authenticator app or a passkey first.",
  ],
  PAYLOAD_TOO_LARGE: [
    "PAYLOAD_TOO_LARGE",
    "The body is too large. Send at most 256 KiB.",
  ],
  URL_TOO_LONG: ["URI_TOO_LONG", "The address is too long."],
  UNSUPPORTED_MEDIA_TYPE: [
    "UNSUPPORTED_MEDIA_TYPE",
    "Send the body as application/json.",
  ],
  METHOD_NOT_SUPPORTED: [
    "METHOD_NOT_SUPPORTED",
    "This address does not answer to this method.",
  ],
  IDEMPOTENCY_MISMATCH: [
    "UNPROCESSABLE_CONTENT",
    "This Idempotency-Key was used with another request. Use a new key.",
  ],
  RATE_LIMITED: [
    "TOO_MANY_REQUESTS",
    "Too many requests. Wait a moment and try again.",
  ],
  WRITE_BUDGET: [
    "TOO_MANY_REQUESTS",
    "You have stored as much in a day as one member may. Try again later; removing, suspending, changing a role, revoking and signing out still work.",
  ],
  PROVIDER_EXPIRED: [
    "BAD_REQUEST",
    "This sign-in was started in another browser, or took too long. Start again.",
  ],
  PROVIDER_WITHOUT_ADDRESS: [
    "BAD_REQUEST",
    "The other service does not tell an email address of yours. Add one there, or sign up with your address here.",
  ],
  PROVIDER_FAILED: [
    "SERVICE_UNAVAILABLE",
    "The other service did not answer as it should; nothing was changed. Try again, or sign in another way.",
  ],
  DNS_FAILED: [
    "SERVICE_UNAVAILABLE",
    "The name servers of the domain did not answer as they should; nothing was changed. Try again shortly.",
  ],
  BUSY: [
    "SERVICE_UNAVAILABLE",
    "The server is busy; nothing was changed. Try again shortly.",
  ],
  OUTCOME_UNKNOWN: [
    "SERVICE_UNAVAILABLE",
    "The connection to the database broke. It is not known whether your change was stored. Repeat the request with the same Idempotency-Key, or look first whether the change is there.",
  ],
  INTERNAL: ["INTERNAL_SERVER_ERROR", "Something went wrong on our side."],
} as const;

export type Reason = keyof typeof REASONS;
export type ErrorCode = (typeof REASONS)[Reason][0];

/** One wrong field: where it is and what it must be. */
export interface InputIssue {
  path: string;
  message: string;
}

/** The change that somebody else's came too late for. */
export interface LastChange {
  /** Null where it was no person, or is not known any more. */
  changedBy: { id: string; name: string } | null;
  /** ISO 8601 in UTC. */
  changedAt: string;
}

interface ErrorDetails {
  missing?: readonly Permission[];
  issues?: readonly InputIssue[];
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  /** What was read was out of date by the time of the batch: running the procedure again decides it anew. */
  retry?: boolean;
  /** The present slug of an organization that was asked for by a former one. */
  renamedTo?: string;
  lastChange?: LastChange;
}

/** What a service throws. It knows nothing of HTTP; `code` and `reason` are translated once, at the edge. */
export class DomainError extends Error {
  readonly code: ErrorCode;

  constructor(
    readonly reason: Reason,
    message?: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message ?? REASONS[reason][1]);
    this.name = "DomainError";
    this.code = REASONS[reason][0];
  }
}

export function permissionDenied(missing: readonly Permission[]): DomainError {
  return new DomainError(
    "PERMISSION_DENIED",
    `Your role does not grant ${missing.join(", ")}.`,
    {
      missing,
    },
  );
}

export function isReason(text: string): text is Reason {
  return Object.hasOwn(REASONS, text);
}
