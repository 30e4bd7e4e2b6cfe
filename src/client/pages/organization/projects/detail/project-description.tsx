import { Show } from "solid-js";
import { Section } from "../../../../ui/section.tsx";

/** The description, for those who only read. */
export function ProjectDescription(props: { text: string }) {
  return (
    <Section title="Description">
      <Show
        when={props.text}
        fallback={<p class="text-muted">Nobody has written one yet.</p>}
      >
        <p class="whitespace-pre-wrap" dir="auto">
          {props.text}
        </p>
      </Show>
    </Section>
  );
}
