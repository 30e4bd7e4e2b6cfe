/**
 * What a mail is about. It determines the subject in the outbox, so which mails keep their order and share a limit: mails
 * that strangers cause must not delay those that the owner of an account requests.
 */
export type MailKind =
  /** With a token that is valid until `expiresAt` (milliseconds since 1970 UTC). The caller counts them against limits. */
  | { kind: "invitation" | "sign-up"; id: string; expiresAt: number }
  | { kind: "reset"; expiresAt: number }
  /** Requested by one user for an address that other users may enter too. */
  | { kind: "verify" | "email-change"; userId: string; expiresAt: number }
  /** Notifies the owner of an account of a change. */
  | { kind: "notice" }
  /** Notifies a member of a change in one organization. */
  | {
      kind: "membership" | "transfer" | "two-factor" | "billing" | "audit";
      orgId: string;
    };

/**
 * Returns the subject of a mail in the outbox: mails of one subject are sent in order, and never wait for other subjects.
 * The limits `mailPerRecipient` and `noticePerRecipient` count by it as well.
 */
export function subjectOf(about: MailKind, to: string): string {
  if ("id" in about) return `${about.kind}:${about.id}`;
  if ("userId" in about) return `${about.kind}:${about.userId}:${to}`;
  // With the organization: its admins must not be able to delay mails of other organizations to the same user.
  if ("orgId" in about) return `${about.kind}:${about.orgId}:${to}`;
  return `${about.kind}:${to}`;
}
