import { For, Show } from "solid-js";
import type { AuditEvent } from "./event.ts";
import { actorName, actorNote, sentenceOf } from "./sentences/sentence-of.ts";
import type { People } from "./use-people.ts";

/** Describes an event in one sentence, with the names in bold. */
export function EventSentence(props: { event: AuditEvent; people: People }) {
  return (
    <>
      <bdi class="font-medium">{actorName(props.event)}</bdi>{" "}
      <Show when={actorNote(props.event, props.people.keyName)}>
        {(note) => (
          <span class="text-muted">
            (<bdi>{note()}</bdi>){" "}
          </span>
        )}
      </Show>
      <For each={sentenceOf(props.event, props.people.nameOf)}>
        {({ text, isName }) => (
          <Show when={isName} fallback={text}>
            <bdi class="font-medium">{text}</bdi>
          </Show>
        )}
      </For>
    </>
  );
}
