import { useSearchParams } from "@solidjs/router";
import { createMemo } from "solid-js";
import { isDay, momentsOf } from "./days.ts";

const PARAMS = ["who", "what", "from", "to", "event"] as const;
type Name = (typeof PARAMS)[number];

/** The most actions that the API selects at once. */
const MOST_ACTIONS = 100;

/** The id of the HTML element of the first audit log filter. */
export const FIRST_FILTER_ID = "audit-who";

/** Reads and sets the filters of the audit log in the URL: `?who=&what=&from=&to=`, or one event with `?event=`. */
export function useFilter() {
  const [params, setParams] = useSearchParams();
  const read = (name: Name) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  /** The selected actions: `?what=projects.create,projects.delete`. */
  const actions = createMemo(() =>
    read("what")
      .split(",")
      .filter((action) => action !== "" && action.length <= 64)
      .slice(0, MOST_ACTIONS),
  );
  const day = (name: "from" | "to") => (isDay(read(name)) ? read(name) : "");
  const event = () =>
    /^[1-9]\d{0,14}$/.test(read("event")) ? read("event") : "";
  /** The filters as input of the API's event list. */
  const input = createMemo(() => ({
    actor: read("who").slice(0, 64) || undefined,
    action: actions().join() || undefined,
    ...momentsOf({ from: day("from"), to: day("to") }),
  }));
  return {
    who: () => read("who"),
    actions,
    /** Replaces the history entry, because the user ticks several actions one after the other. */
    setActions: (chosen: readonly string[]) =>
      setParams(
        { event: undefined, what: chosen.join() || undefined },
        { replace: true },
      ),
    from: () => day("from"),
    to: () => day("to"),
    event,
    input,
    isReversed: () =>
      day("from") !== "" && day("to") !== "" && day("to") < day("from"),
    isSet: () => event() !== "" || Object.values(input()).some(Boolean),
    set: (name: Name, value: string) =>
      setParams({ event: undefined, [name]: value || undefined }),
    /** Sets a day filter. Replaces the history entry, because the user types a day in several steps. */
    setDay(name: "from" | "to", value: string) {
      if (value !== "" && !isDay(value)) return;
      setParams(
        { event: undefined, [name]: value || undefined },
        { replace: true },
      );
    },
    clear() {
      setParams(Object.fromEntries(PARAMS.map((name) => [name, undefined])));
      // Move the focus to the first filter, because the pressed button disappears when the filters are cleared.
      document.getElementById(FIRST_FILTER_ID)?.focus();
    },
  };
}

export type Filter = ReturnType<typeof useFilter>;
