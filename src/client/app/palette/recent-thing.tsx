import { createEffect, createSignal, onCleanup, Show } from "solid-js";
import type { Recent } from "#client/session/recents.ts";
import type { Subject } from "#client/session/verbs/verb.ts";
import type { Source } from "./kinds.ts";
import { texts } from "./texts.ts";

/** After this time, a thing that was not found counts as gone. */
const GONE_AFTER_MS = 3000;

/** Finds a thing that the user chose earlier, by its name, because its verbs depend on its present state. */
export function RecentThing(props: {
  recent: Recent;
  sources: readonly Source[];
  onFound: (subject: Subject) => void;
}) {
  const [isGone, setGone] = createSignal(false);
  const timer = setTimeout(() => setGone(true), GONE_AFTER_MS);
  onCleanup(() => clearTimeout(timer));
  // eslint-disable-next-line solid/reactivity -- the parent creates a new component for each thing
  const { recent, sources } = props;
  const found = sources
    .find(({ kind }) => kind === recent.kind)
    ?.useFound(() => recent.name);
  createEffect(() => {
    const thing = found?.().find(({ id }) => id === recent.id);
    if (thing) props.onFound(thing.subject);
  });
  return (
    <p role="status" class="px-2 py-3 text-sm text-muted">
      <Show when={isGone()} fallback={texts().loading}>
        {texts().gone}
      </Show>
    </p>
  );
}
