import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/api", {
  title: "API",
  description: "API keys and service accounts for scripts, tools and agents.",
  connect: "Connect",
  mine: "My keys",
  all: "All keys",
  serviceAccounts: "Service accounts",
  commands: {
    keys: "API keys",
    createKey: "Create API key",
    createKeyWords: "new token secret",
    accounts: "Service accounts",
    createAccount: "Create service account",
    createAccountWords: "new bot",
    connect: "Connect",
    connectWords: "mcp agent sdk curl",
  },
});
