import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/linked-accounts", {
  title: "Linked accounts",
  description:
    "Accounts you can use to sign in, in addition to your password and passkeys.",
  list: "Connected",
  since: "Connected",
  lastUsed: "last used",
  never: "never used",
  unavailable: "Unavailable",
  unavailableText:
    "This sign-in provider is turned off, so you can’t sign in with it.",
  disconnect: "Disconnect",
  disconnectLabel: (provider: string, label: string) =>
    `Disconnect ${provider}, ${label}`,
  confirmTitle: (provider: string) => `Disconnect ${provider}?`,
  confirmText: (label: string) =>
    `You’ll no longer be able to sign in with ${label}. You can connect it again at any time.`,
  disconnected: (provider: string) => `${provider} disconnected`,
  more: "Connect an account",
  moreText:
    "Sign in with one click. You may have to confirm it’s you before connecting.",
  connect: (provider: string) => `Connect ${provider}`,
  empty: "No linked accounts",
  emptyText:
    "Connect an account to sign in with one click. Your current sign-in methods keep working.",
  noProviders: "No sign-in providers are available",
  noProvidersText: "Your server administrator can set them up.",
});
