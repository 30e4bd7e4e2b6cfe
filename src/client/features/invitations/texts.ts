import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

const invitations = (count: number) =>
  count === 1 ? "1 invitation" : `${count} invitations`;

export const texts = catalogue("features/invitations", {
  verbs: {
    kind: "People",
    pending: "Pending invitation",
    open: "Show in the list",
    resend: "Resend…",
    copyLink: "Copy link…",
    copyEmail: "Copy email",
    revoke: "Revoke…",
  },
  invitation: {
    gone: "This invitation has been accepted, declined or revoked.",
  },
  resendDialog: {
    title: "Resend invitation",
    text: "The new link expires in 7 days. Earlier links will stop working.",
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
      ", and any copied link, will stop working.",
    ],
    revoked: "Invitation revoked",
    title: "Revoke this invitation?",
    revoke: "Revoke",
  },
  copyLink: {
    title: "Copy invitation link",
    text: (email: JSX.Element): JSX.Element => [
      "Only ",
      email,
      " can use the link. A new user confirms their email address before they join.",
    ],
    replaces:
      "The link in the email keeps working. A link you copied earlier stops working.",
    failed: "The link couldn’t be created.",
    resendFirst:
      "The invitation has expired, or its sender can no longer give this role. Resend it, then copy the link.",
    cancel: "Cancel",
    create: "Create link",
    createdTitle: "Copy the link",
    created: "Copy it now: you won’t see it again.",
  },
  shownLink: {
    label: "Link",
    copy: "Copy link",
    done: "Done",
  },
  bulk: {
    title: {
      resend: (count: number) => `Resend ${invitations(count)}?`,
      revoke: (count: number) => `Revoke ${invitations(count)}?`,
    },
    text: {
      resend:
        "Everyone gets a new link that expires in 7 days. Earlier links will stop working.",
      revoke: "Their links will stop working.",
    },
    confirm: { resend: "Resend", revoke: "Revoke" },
    done: {
      resend: (count: number) => `${invitations(count)} resent`,
      revoke: (count: number) => `${invitations(count)} revoked`,
    },
    resendExpired: (count: number) => `Resend expired (${count})`,
    failed: "The invitations couldn’t be changed.",
    partial: (done: number, all: number) =>
      `${done} of ${invitations(all)} resent`,
    skipped: "Skipped:",
    reasons: {
      PERMISSION_DENIED: "This role has more permissions than yours.",
      RATE_LIMITED: "Received 3 invitations within an hour. Try again later.",
    },
    cancel: "Cancel",
    close: "Close",
  },
});
