import { catalogue } from "#client/language/catalogue.ts";
export const TEXTS = catalogue("pages/sign-in/providers", {
  or: "or",
  with: (provider: string) => `Continue with ${provider}`,
  notReached: (provider: string) => `${provider} cannot be reached.`,
});
