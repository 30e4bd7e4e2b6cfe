import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/email", {
  title: "Email address",
  text: "You sign in with this address and receive invitations here.",
  confirmed: "Confirmed",
  unconfirmed: "Not confirmed",
  confirm: {
    title: "Confirm your email address",
    text: "Open the link we emailed you in a browser where you’re signed in. Until then you can’t accept invitations, join by email domain or become an admin of an organization you join.",
    send: "Send a new link",
    sent: "Link sent. Check your email.",
  },
  newEmail: "New email address",
  hint: "We’ll email a confirmation link. Your email won’t change until you open it while signed in.",
  change: "Change email",
  failed: "Your email address couldn’t be changed",
  sent: "Link sent. Check your new email address.",
  pending: (email: string) => `Confirm ${email}`,
  pendingText:
    "Open the link we emailed to this address in a browser where you’re signed in. You’ll then be signed out on all other devices. The link expires",
  resend: "Resend link",
  resendWait: "You can resend the link in a moment.",
  resent: "New link sent. The previous link no longer works.",
  notSent: "The link couldn’t be sent.",
  cancel: "Cancel change",
  cancelled: "Email change canceled",
  notCancelled: "The change couldn’t be canceled.",
});
