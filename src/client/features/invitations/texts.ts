import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/invitations", {
  expiry: {
    expired: "Expired",
    pending: "Pending",
    void: "Invalid",
    notSent: "Not sent",
    notSentText:
      "This address has received too many invitations, or its email server rejected the email. Check the address, or resend the invitation tomorrow.",
    voidText: "The sender can no longer invite people. Resend it yourself.",
    expires: (time: JSX.Element): JSX.Element => ["expires ", time],
  },
  invitationTable: {
    email: "Email address",
    role: "Role",
    status: "Status",
    invitedBy: (name: JSX.Element): JSX.Element => ["Invited by ", name],
    actions: "Actions",
    caption: "Pending invitations, newest first",
    actionsFor: (email: string) => `Actions for the invitation of ${email}`,
  },
  verbs: {
    pending: "Pending invitation",
    open: "Show in the list",
    resend: "Resend…",
    copyEmail: "Copy email",
    revoke: "Revoke…",
  },
  invitation: {
    gone: "This invitation has been accepted, declined or revoked.",
  },
  invitations: {
    none: "No pending invitations",
    invitePeople: "Invite people",
    noneText: "Invitations appear here until they’re accepted.",
  },
  resendDialog: {
    title: "Resend invitation",
    text: "The new link expires in 7 days. The previous link will stop working.",
    resentTo: (email: string) => `Invitation resent to ${email}`,
    failed: "The invitation couldn’t be resent.",
    notSent: "The invitation wasn’t sent",
    notSentText:
      "This address has received too many invitations today. Resend it tomorrow.",
    to: "To",
    role: "Role",
    cancel: "Cancel",
    resend: "Resend",
  },
  revokeDialog: {
    text: (email: JSX.Element): JSX.Element => [
      "The link we emailed to ",
      email,
      " will stop working.",
    ],
    revoked: "Invitation revoked",
    title: "Revoke this invitation?",
    revoke: "Revoke",
  },
});
