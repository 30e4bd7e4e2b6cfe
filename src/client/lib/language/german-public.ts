import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../features/sign-in/*/texts.de.ts",
      "!../../features/sign-in/verify/**",
      "../../features/account/change-email/texts.de.ts",
      "../../features/invitations/join/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
