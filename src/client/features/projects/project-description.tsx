import { Show } from "solid-js";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";

/** Shows a project's description to members who cannot edit it. */
export function ProjectDescription(props: { text: string }) {
  return (
    <Section title={texts().projectDescription.description}>
      <Show
        when={props.text}
        fallback={<p class="text-muted">{texts().projectDescription.none}</p>}
      >
        <p class="whitespace-pre-wrap" dir="auto">
          {props.text}
        </p>
      </Show>
    </Section>
  );
}
