import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/change-email", {
  title: "Confirm your new address",
  text: "The address this link was mailed to becomes the one you sign in with. Go on only if you asked for that yourself.",
  submit: "Use this address",
  failed: "Your address was not changed",
  changed: (email: string) => `Your address is ${email} now`,
  signInFirst: {
    title: "Sign in to confirm your new address",
    text: "The link works only for the account that asked for it. Sign in to that one with the address it has now; the link stays open here.",
  },
  other: {
    title: "This link is for another account",
    signedIn: "You are signed in as",
    text: ". Nothing was changed. If you asked for the new address in another account of yours, sign out and go on with that one; the link stays open here.",
    signOut: "Sign out and go on",
  },
  notYou: "If you did not ask for this, close this page: nothing changes.",
  noToken: {
    title: "Confirm your new address",
    text: "Open the link in the mail we sent to your new address. It works once, for one hour.",
  },
  invalid: {
    title: "This link is not valid any more",
    text: "It was used already, cancelled or replaced by a newer one, it is older than one hour, or the address has got an account of its own. You can ask for a new one in your profile.",
  },
  profile: "Open your profile",
  signIn: "Sign in",
});
