import { For, Match, Switch } from "solid-js";
import { toastProblem } from "../../../../problem-toast.ts";
import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";
import type { ProjectForm } from "./use-project-form.ts";

/** Says that somebody else saved in between, and what becomes of one's own text. */
export function StaleNotice(props: { form: ProjectForm }) {
  const reload = () =>
    props.form
      .reload()
      .catch((error: unknown) =>
        toastProblem("The project was not reloaded.", error),
      );
  return (
    <Switch>
      <Match when={props.form.isStale()}>
        <Callout
          tone="warning"
          title="Somebody changed this meanwhile"
          action={
            <Button size="sm" onClick={reload}>
              Reload and keep my text
            </Button>
          }
        >
          Nothing was saved, and your text is still here. Reload to see what
          changed, then save.
        </Callout>
      </Match>
      <Match when={props.form.replaced().length > 0}>
        <Callout tone="warning" title="Both of you changed this">
          Saving replaces what is saved now:
          <For each={props.form.replaced()}>
            {(field) => (
              <blockquote
                class="mt-1.5 max-h-32 overflow-y-auto border-l-2 border-warning-line pl-2.5 whitespace-pre-wrap text-ink"
                dir="auto"
              >
                {props.form.base()[field] || "(empty)"}
              </blockquote>
            )}
          </For>
        </Callout>
      </Match>
    </Switch>
  );
}
