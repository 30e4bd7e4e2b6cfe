import ArrowRight from "lucide-solid/icons/arrow-right";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDashed from "lucide-solid/icons/circle-dashed";
import X from "lucide-solid/icons/x";
import { For, Show } from "solid-js";
import { IconButton } from "#client/ui/icon-button.tsx";
import { Section } from "#client/ui/section.tsx";
import type { Analytics } from "../overview/use-analytics.ts";
import { texts } from "../texts.ts";
import type { SetupStep } from "./setup-steps.ts";
import { useSetupSteps } from "./use-setup-steps.ts";

/** Shows the steps to set up a new organization. Hidden when all steps are done. */
export function SetupChecklist(props: {
  analytics: Analytics;
  onDismiss: () => void;
}) {
  const steps = useSetupSteps(() => props.analytics);
  const done = () => steps().filter(({ isDone }) => isDone).length;
  return (
    <Show when={done() < steps().length}>
      <Section
        title={texts().steps.title}
        description={texts().steps.count(done(), steps().length)}
        actions={
          <IconButton
            label={texts().steps.dismiss}
            size="sm"
            onClick={() => props.onDismiss()}
          >
            <X size={16} />
          </IconButton>
        }
        flush
      >
        <ul class="divide-y divide-line">
          <For each={steps()}>
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
