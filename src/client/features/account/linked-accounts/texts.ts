import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("features/account/linked-accounts", {
  title: "Linked accounts",
  description:
    "Accounts elsewhere that sign you in here, besides your password and passkeys.",
  list: "Connected",
  since: "Connected",
  lastUsed: "last used",
  never: "never used",
  unavailable: "Not in use",
  unavailableText:
    "Whoever runs this site has switched this service off, so it signs nobody in.",
  disconnect: "Disconnect",
  disconnectLabel: (provider: string, label: string) =>
    `Disconnect ${provider}, ${label}`,
  ask: (provider: string) => `Disconnect ${provider}?`,
  askText: (label: string) =>
    `${label} does not sign you in any more. You can connect it again at any time.`,
  disconnected: (provider: string) => `${provider} was disconnected`,
  more: "Connect an account",
  moreText:
    "It signs you in with one click. You may have to confirm first that it is you.",
  connect: (provider: string) => `Connect ${provider}`,
  empty: "No account is connected",
  emptyText:
    "Connect one, and it signs you in with one click. What you sign in with now keeps working.",
  nothing: "Nothing to connect",
  nothingText:
    "Whoever runs this site has set up no other service to sign in with.",
});
