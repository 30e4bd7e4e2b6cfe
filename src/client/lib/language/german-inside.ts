import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../app/**/texts.de.ts",
      "./errors/inside/texts.de.ts",
      "../../layout/{gates,requests,settings}/texts.de.ts",
      "../../session/{history,verbs}/texts.de.ts",
      "../../ui/{edits,images}/texts.de.ts",
      "../../features/{admin-transfers,audit-log,dashboard,help,history,projects}/**/texts.de.ts",
      "../../features/{invitations,members,organizations}/texts.de.ts",
      "../../features/billing/state/texts.de.ts",
      "../../features/invitations/received/texts.de.ts",
      "../../features/organizations/onboarding/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
