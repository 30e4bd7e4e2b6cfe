import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/invitations", {
  expiry: {
    expired: "Expired",
    pending: "Pending",
    void: "Void",
    notSent: "Not sent",
    notSentText:
      "The address got too many invitations, or its mail server refused the mail. Send it again tomorrow, or check the address.",
    voidText: "Whoever sent it may not invite any more. Send it again.",
    expires: (time: JSX.Element): JSX.Element => ["expires ", time],
  },
  invitationTable: {
    email: "Email address",
    role: "Role",
    status: "Status",
    invitedBy: (name: JSX.Element): JSX.Element => ["Invited by ", name],
    actions: "Actions",
    caption: "Open invitations, newest first",
    actionsFor: (email: string) => `Actions for the invitation of ${email}`,
    sendAgain: "Send again…",
    revoke: "Revoke…",
  },
  invitation: {
    gone: "This invitation was answered or revoked meanwhile.",
  },
  invitations: {
    noOpenInvitations: "No open invitations",
    invitePeople: "Invite people",
    noneText: "People who were invited stand here until they answer.",
  },
  resendDialog: {
    title: "Send the invitation again",
    text: "The new link is valid for 7 days. The earlier one stops working.",
    sentAgainTo: (email: string) => `Sent again to ${email}`,
    failed: "It was not sent.",
    notSent: "The invitation was not sent",
    notSentText:
      "The address got too many invitations today. Send it again tomorrow.",
    to: "To",
    role: "Role",
    cancel: "Cancel",
    sendAgain: "Send again",
  },
  revokeDialog: {
    text: (email: JSX.Element): JSX.Element => [
      "The link that was mailed to ",
      email,
      " stops working. You can invite them again at any time.",
    ],
    invitationRevoked: "Invitation revoked",
    revokeThisInvitation: "Revoke this invitation?",
    revoke: "Revoke",
  },
});
