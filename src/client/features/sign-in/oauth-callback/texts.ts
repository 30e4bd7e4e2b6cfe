import { catalogue } from "#client/lib/language/catalogue.ts";

/** The texts of the page to which a sign-in provider redirects. `provider` is the provider's name. */
export const texts = catalogue("features/sign-in/oauth-callback", {
  other: "the provider",
  finishing: (provider: string) => `Returning from ${provider}`,
  moment: "This takes a moment.",
  connected: (provider: string) => `${provider} connected`,
  proven: "Confirmed",
  provenText: "Now repeat the action.",
  back: {
    "sign-in": "Back to sign-in",
    link: "Back to linked accounts",
    reauthenticate: "Back to the previous page",
  },
  denied: {
    title: (provider: string) => `You canceled at ${provider}`,
    text: "Nothing was changed. Try again or choose another method.",
  },
  expired: {
    title: "This request has expired",
    text: "You may have started in another browser or tab, already finished, or taken longer than 10 minutes. Start again.",
  },
  failed: {
    title: (provider: string) => `${provider} didn’t respond correctly`,
    text: "Nothing was changed. Try again in a moment or choose another method.",
  },
  notOffered: {
    title: "This sign-in method isn’t available",
    text: "The provider isn’t set up for this site, or it’s turned off.",
  },
  exists: {
    title: "You already have an account",
    text: (provider: string) =>
      `An account with this email address exists, but it isn’t connected to ${provider}. Sign in as before, then connect ${provider} under Linked accounts.`,
    action: "Sign in",
    forgot: "Forgot your password?",
  },
  taken: {
    title: (provider: string) => `This ${provider} account is in use`,
    text: (provider: string) =>
      `This account is connected to another user. Sign in as that user and disconnect it first, or use another ${provider} account.`,
  },
  notOwn: {
    title: (provider: string) => `This is another ${provider} account`,
    text: "This account isn’t connected to yours, so it can’t confirm it’s you. Use a connected account.",
  },
  withoutAddress: {
    title: (provider: string) => `${provider} didn’t share an email address`,
    text: (provider: string) =>
      `Your account needs an email address. Add one to your ${provider} account, or sign up with your email.`,
    action: "Sign up with email",
  },
  refused: {
    title: "We couldn’t sign you in",
    text: (provider: string) =>
      `This ${provider} account isn’t connected to a user.`,
  },
});
