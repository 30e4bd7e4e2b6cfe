import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../features/{api,api-keys,domains,people,requests,roles,service-accounts}/**/texts.de.ts",
      "../../features/billing/texts.de.ts",
      "../../features/billing/api-calls/texts.de.ts",
      "../../features/invitations/{invite,links}/texts.de.ts",
      "../../features/members/bulk/texts.de.ts",
      "../../features/organizations/{danger,general,security}/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
