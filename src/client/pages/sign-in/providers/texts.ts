export const TEXTS = {
  or: "or",
  with: (provider: string) => `Continue with ${provider}`,
  notReached: (provider: string) => `${provider} cannot be reached.`,
};
