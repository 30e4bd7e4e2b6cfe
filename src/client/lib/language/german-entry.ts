import { translatorOf } from "./translator-of.ts";

// A negative glob pattern wins over every positive one, so the folders of features are listed one by one.
export default translatorOf(
  import.meta.glob(
    [
      "../../{lib,ui,session,layout}/**/texts.de.ts",
      "!../../layout/{gates,settings}/**",
      "!../../ui/{edits,images}/**",
      "../../features/sign-in/**/texts.de.ts",
      "../../features/account/{change-email,goodbye}/texts.de.ts",
      "../../features/invitations/join/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
