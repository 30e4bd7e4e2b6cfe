import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../features/sign-in/*/texts.de.ts",
      "../../features/account/{change-email,goodbye}/texts.de.ts",
      "../../features/invitations/join/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
