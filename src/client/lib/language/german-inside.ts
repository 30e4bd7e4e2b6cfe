import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../app/**/texts.de.ts",
      "./errors/inside/texts.de.ts",
      "../../layout/{gates,settings}/texts.de.ts",
      "../../ui/{edits,images}/texts.de.ts",
      "../../features/**/texts.de.ts",
      "!../../features/sign-in/**",
      "!../../features/account/{change-email,goodbye}/**",
      "!../../features/invitations/join/**",
    ],
    { eager: true, import: "default" },
  ),
);
