import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../edits/**/texts.de.ts",
      "../pages/{account,frame,onboarding,organization,organizations}/**/texts.de.ts",
      "../pictures/**/texts.de.ts",
    ],
    { eager: true, import: "default" },
  ),
);
