import type { JSX } from "solid-js";
import { catalogue } from "#client/lib/language/catalogue.ts";

export const texts = catalogue("session/history", {
  changed: (by: JSX.Element, when: JSX.Element): JSX.Element => [
    "Changed by ",
    by,
    ", ",
    when,
  ],
  created: (by: JSX.Element, when: JSX.Element): JSX.Element => [
    "Created by ",
    by,
    ", ",
    when,
  ],
  changedBySystem: (when: JSX.Element): JSX.Element => [
    "Changed by the system, ",
    when,
  ],
  history: "History",
  keywords: "changes log activity versions restore",
});
