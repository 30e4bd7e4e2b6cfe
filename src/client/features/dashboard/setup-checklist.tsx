import ArrowRight from "lucide-solid/icons/arrow-right";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDashed from "lucide-solid/icons/circle-dashed";
import { For, Show } from "solid-js";
import { Section } from "#client/ui/section.tsx";
import { texts } from "./texts.ts";

export interface SetupStep {
  title: string;
  text: string;
  href: string;
  isDone: boolean;
}

/** Shows the steps to set up a new organization. Hidden when all steps are done. */
export function SetupChecklist(props: { steps: readonly SetupStep[] }) {
  const done = () => props.steps.filter(({ isDone }) => isDone).length;
  return (
    <Show when={done() < props.steps.length}>
      <Section
        title={texts().steps.title}
        description={texts().steps.count(done(), props.steps.length)}
        flush
      >
        <ul class="divide-y divide-line">
          <For each={props.steps}>
            {(step) => (
              <li>
                <Show
                  when={!step.isDone}
                  fallback={<CompletedStep step={step} />}
                >
                  <a
                    href={step.href}
                    class="flex items-center gap-3 px-5 py-3 text-sm hover:bg-hover focus-visible:-outline-offset-2"
                  >
                    <CircleDashed size={18} class="shrink-0 text-subtle" />
                    <span class="min-w-0 flex-1">
                      <span class="block font-medium">{step.title}</span>
                      <span class="block text-muted">{step.text}</span>
                    </span>
                    <ArrowRight size={16} class="shrink-0 text-subtle" />
                  </a>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Section>
    </Show>
  );
}

function CompletedStep(props: { step: SetupStep }) {
  return (
    <div class="flex items-center gap-3 px-5 py-3 text-sm text-muted">
      <CircleCheck size={18} class="shrink-0 text-success-ink" />
      <span class="line-through">{props.step.title}</span>
      <span class="sr-only">{texts().steps.done}</span>
    </div>
  );
}
