import { catalogue } from "#client/lib/language/catalogue.ts";
/** The texts after returning from a provider. `provider` is its name. */
export const texts = catalogue("features/sign-in/oauth-callback", {
  other: "the other service",
  finishing: (provider: string) => `Coming back from ${provider}`,
  moment: "This takes a moment.",
  connected: (provider: string) => `${provider} signs you in from now on`,
  proven: "It is you",
  provenText: "Now do again what you wanted to do.",
  back: {
    "sign-in": "Back to sign-in",
    link: "Back to your linked accounts",
    reauthenticate: "Back to where you were",
  },
  denied: {
    title: (provider: string) => `You did not go on at ${provider}`,
    text: "Nothing was changed. You can try again, or choose another way.",
  },
  expired: {
    title: "This did not come through",
    text: "It was started in another browser or tab, was used before, or took longer than ten minutes. Start again.",
  },
  failed: {
    title: (provider: string) => `${provider} did not answer as it should`,
    text: "Nothing was changed. Try again in a moment, or choose another way.",
  },
  notOffered: {
    title: "This way to sign in is not offered here",
    text: "Whoever runs this site has not set it up, or has switched it off.",
  },
  exists: {
    title: "You have an account already",
    text: (provider: string) =>
      `There is an account with this address, and it is not connected to ${provider} yet. Sign in to it as you did before, then connect ${provider} under Linked accounts.`,
    action: "Sign in",
    forgot: "Forgot your password?",
  },
  taken: {
    title: (provider: string) => `This ${provider} account is in use`,
    text: (provider: string) =>
      `It signs somebody else in here. Sign in as that person and disconnect it there first, or use another ${provider} account.`,
  },
  notOwn: {
    title: (provider: string) => `This is another ${provider} account`,
    text: "It is not connected to yours, so it does not prove that it is you. Use one that is.",
  },
  withoutAddress: {
    title: (provider: string) => `${provider} tells us no address of yours`,
    text: (provider: string) =>
      `An account here needs an email address. Add one to your ${provider} account, or sign up with your address.`,
    action: "Sign up with your address",
  },
  refused: {
    title: "You are not signed in",
    text: (provider: string) =>
      `This ${provider} account does not sign anybody in here.`,
  },
});
