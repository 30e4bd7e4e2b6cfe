import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/email", {
  title: "Email address",
  text: "You sign in with it, and invitations are addressed to it.",
  confirmed: "Confirmed",
  unconfirmed: "Not confirmed",
  confirm: {
    title: "Confirm this address",
    text: "Open the link that we mailed to it, in a browser where you are signed in. Until then you cannot accept invitations to it, join by its domain, or become an admin of an organization you join.",
    send: "Send a new link",
    sent: "A link is on its way to your address",
  },
  chosen: "New email address",
  hint: "We mail a link to it. Your address stays as it is until you open that link, signed in as now.",
  change: "Change address",
  failed: "Your address was not changed",
  sent: "A link is on its way to your new address",
  pending: (email: string) => `Waiting for ${email}`,
  pendingText:
    "Open the link that we mailed there in a browser where you are signed in, and it is your address. All other devices are signed out then. The link expires",
  resend: "Send again",
  resendAgain: "You can send it again in a moment.",
  resent: "A new link is on its way; the one before works no more",
  notSent: "No link was sent.",
  cancel: "Keep the present address",
  cancelled: "Your address stays as it is",
  notCancelled: "The change was not cancelled.",
});
