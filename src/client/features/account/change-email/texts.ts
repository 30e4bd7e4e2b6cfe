import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/change-email", {
  title: "Confirm your new email address",
  text: "You’ll sign in with the email address we sent this link to. Continue only if you requested this change.",
  submit: "Use this email address",
  failed: "Your email address couldn’t be changed",
  changed: (email: string) => `Your email address is now ${email}`,
  signInRequired: {
    title: "Sign in to confirm your new email address",
    text: "This link works only for the account that requested it. Sign in to that account with its current email address, and you’ll come right back here.",
  },
  otherAccount: {
    title: "This link is for another account",
    signedIn: "You’re signed in as",
    text: ". Nothing was changed. If you requested the change from another account, sign out and continue with that one.",
    signOut: "Sign out and continue",
  },
  notYou:
    "If you didn’t request this, you can close this page. Nothing will change.",
  noToken: {
    title: "Confirm your new email address",
    text: "Open the link we emailed to your new address. The link works once and expires after 1 hour.",
  },
  invalid: {
    title: "This link is no longer valid",
    text: "The link may have expired, been used or been replaced, or another account now uses this email address. You can request a new link in your profile.",
  },
  profile: "Open your profile",
  signIn: "Sign in",
});
