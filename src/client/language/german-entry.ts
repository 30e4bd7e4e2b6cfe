import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../**/texts.de.ts",
      "!../edits/**",
      "!../pages/{account,frame,onboarding,organization,organizations}/**",
      "!../pictures/**",
    ],
    { eager: true, import: "default" },
  ),
);
