/**
 * The kind of a mail, and what the mail is about. Mails that strangers can cause have other kinds than mails that the
 * owner of an account requests, so that strangers cannot delay the mails of the owner.
 */
export type MailKind =
  /**
   * A mail with a token that is valid until `expiresAt` (milliseconds since 1970 UTC). The procedure that posts the
   * mail counts it against a rate limit.
   */
  | { kind: "invitation" | "sign-up"; id: string; expiresAt: number }
  | { kind: "reset"; expiresAt: number }
  /** A mail that one user requests for an address for which other users may request mails too. */
  | { kind: "verify" | "email-change"; userId: string; expiresAt: number }
  /** A notice to the owner of an account about a change of the account. */
  | { kind: "notice" }
  /** A notice to a member about a change in one organization. */
  | {
      kind:
        | "membership"
        | "transfer"
        | "access-request"
        | "two-factor"
        | "billing"
        | "audit"
        | "api-key"
        /** A notice of the housekeeping, which no member can cause so often that the next one is dropped. */
        | "api-key-housekeeping";
      orgId: string;
    };

/**
 * Returns the subject of a mail in the outbox: mails of one subject are sent in order, and never wait for other
 * subjects. The rate limits `mailPerRecipient` and `noticePerRecipient` count by this subject as well.
 */
export function subjectOf(about: MailKind, to: string): string {
  if ("id" in about) return `${about.kind}:${about.id}`;
  if ("userId" in about) return `${about.kind}:${about.userId}:${to}`;
  // The subject contains the organization, so that its admins cannot delay mails of other organizations to the same
  // user.
  if ("orgId" in about) return `${about.kind}:${about.orgId}:${to}`;
  return `${about.kind}:${to}`;
}
