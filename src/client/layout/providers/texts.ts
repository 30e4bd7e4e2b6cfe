import { catalogue } from "#client/lib/language/catalogue.ts";
export const texts = catalogue("layout/providers", {
  or: "or",
  with: (provider: string) => `Continue with ${provider}`,
  notReached: (provider: string) => `${provider} couldn’t be reached.`,
});
