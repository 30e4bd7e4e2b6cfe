import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("features/api", {
  title: "API",
  description: "API keys and service accounts for scripts, tools and agents.",
  connect: "Connect",
  mine: "My keys",
  all: "All keys",
  serviceAccounts: "Service accounts",
});
