import { Show } from "solid-js";
import { Section } from "#client/ui/section.tsx";
import { TEXTS } from "./texts.ts";

/** The description, for those who only read. */
export function ProjectDescription(props: { text: string }) {
  return (
    <Section title={TEXTS.projectDescription.description}>
      <Show
        when={props.text}
        fallback={<p class="text-muted">{TEXTS.projectDescription.none}</p>}
      >
        <p class="whitespace-pre-wrap" dir="auto">
          {props.text}
        </p>
      </Show>
    </Section>
  );
}
