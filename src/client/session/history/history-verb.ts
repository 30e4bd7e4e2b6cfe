import Clock from "lucide-solid/icons/clock";
import type { Verb } from "../verbs/verb.ts";
import { type HistoryOf, useHistoryHref } from "./address.ts";
import { texts } from "./texts.ts";

/** Returns the verb that shows the history of a thing, for the verbs of its kind. */
export function useHistoryVerb<Thing>(
  of: (thing: Thing) => HistoryOf,
): Verb<Thing> {
  const href = useHistoryHref();
  return {
    id: "history",
    label: texts().history,
    keywords: texts().keywords,
    icon: Clock,
    permission: "audit:read",
    href: (thing) => href(of(thing)),
  };
}
