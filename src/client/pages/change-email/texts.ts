export const TEXTS = {
  title: "Confirm your new address",
  text: "The address this link was mailed to becomes the one you sign in with. Go on only if you asked for that yourself.",
  submit: "Use this address",
  failed: "Your address was not changed",
  wait: "Too many attempts. Wait until you may try again.",
  changed: (email: string) => `Your address is ${email} now`,
  done: {
    title: "The address was changed",
    text: "Sign in with the new address. The password stays the same.",
    signIn: "Sign in",
    asOther: (email: string) =>
      `It belongs to another account than the one you are signed in with here, ${email}. Nothing changed for that one.`,
    goOn: "Go on",
  },
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
};
