/**
 * What a mail is about. Its subject in the outbox follows from it, and with it which mails keep their order and share a
 * limit: mails that strangers cause must not hold back those that the owner of an account asks for.
 */
export type MailKind =
  /** Carry a token until `expiresAt` (milliseconds since 1970 UTC). The caller counts these against their limits. */
  | { kind: "invitation" | "sign-up"; id: string; expiresAt: number }
  | { kind: "reset"; expiresAt: number }
  /** What one user asks for an address that others may name as well. */
  | { kind: "verify" | "email-change"; userId: string; expiresAt: number }
  /** Tells the owner of an account what was done with it. */
  | { kind: "notice" }
  /** Tells a member what was done in one organization. */
  | {
      kind: "membership" | "transfer" | "two-factor" | "billing" | "audit";
      orgId: string;
    };

/**
 * Mails of one subject leave in the order they were written; mails of different subjects never wait for each other. It is
 * also what `mailPerRecipient` and `noticePerRecipient` count by.
 */
export function subjectOf(about: MailKind, to: string): string {
  if ("id" in about) return `${about.kind}:${about.id}`;
  if ("userId" in about) return `${about.kind}:${about.userId}:${to}`;
  // Otherwise an admin of one organization could hold back what another organization tells the same person.
  if ("orgId" in about) return `${about.kind}:${about.orgId}:${to}`;
  return `${about.kind}:${to}`;
}
