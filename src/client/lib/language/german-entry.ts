import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../**/texts.de.ts",
      "!../../app/**",
      "!../../layout/{gates,settings}/**",
      "!../../ui/{edits,images}/**",
      "!../../features/**",
      "../../features/sign-in/**/texts.de.ts",
      "../../features/account/{change-email,goodbye}/texts.de.ts",
      "../../features/invitations/{accept,join-link}/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
