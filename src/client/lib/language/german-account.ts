import { translatorOf } from "./translator-of.ts";

export default translatorOf(
  import.meta.glob(
    [
      "../../features/account/**/texts.de.ts",
      "!../../features/account/change-email/**",
    ],
    { eager: true, import: "default" },
  ),
);
