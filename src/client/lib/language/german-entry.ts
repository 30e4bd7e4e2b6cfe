import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../{lib,ui,session,layout}/**/texts.de.ts",
      "!../../lib/language/errors/inside/**",
      "!../../layout/{gates,requests,settings}/**",
      "!../../session/{history,verbs}/**",
      "!../../ui/{edits,images}/**",
      "../../features/sign-in/texts.de.ts",
      "../../features/sign-in/verify/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
