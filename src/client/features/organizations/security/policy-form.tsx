import { createSignal, Show } from "solid-js";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { Button } from "#client/ui/button.tsx";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { ErrorSummary } from "#client/ui/error-summary.tsx";
import { Form } from "#client/ui/form.tsx";
import { currentTime } from "#client/ui/now.ts";
import { Section } from "#client/ui/section.tsx";
import { Select } from "#client/ui/select.tsx";
import { type Policy, type Start, startChoices } from "./policy.ts";
import { PolicyState } from "./policy-state.tsx";
import { texts } from "./texts.ts";
import { usePolicyChange } from "./use-policy-change.ts";

const A_WEEK: Start = "7";

/** Whether members need a second factor, and from when on. */
export function PolicyForm(props: { policy: Policy }) {
  const change = usePolicyChange();
  const problems = createFormProblems(["graceDays"]);
  const [chosen, setChosen] = createSignal<boolean>();
  const [chosenStart, setChosenStart] = createSignal<Start>();
  const [isAsking, setAsking] = createSignal(false);

  const required = () => chosen() ?? props.policy.required;
  const savedStart = (): Start => (props.policy.required ? "saved" : A_WEEK);
  const start = () => chosenStart() ?? savedStart();
  const isDirty = () =>
    required() !== props.policy.required ||
    (required() && start() !== savedStart());
  const keepsOutNow = () =>
    required() &&
    start() === "0" &&
    props.policy.lacking > 0 &&
    !props.policy.isInForce;

  const save = async () => {
    await change(required(), required() ? Number(start()) : 0);
    setChosen(undefined);
    setChosenStart(undefined);
  };
  const submit = () =>
    keepsOutNow() ? setAsking(true) : problems.attempt(save);

  return (
    <Form onSubmit={submit}>
      <Section
        title={texts().policy.title}
        description={texts().policy.text}
        footer={
          <>
            <span>{texts().policy.applies}</span>
            <Button
              type="submit"
              variant="primary"
              blocked={isDirty() ? undefined : texts().policy.nothing}
            >
              {texts().policy.save}
            </Button>
          </>
        }
      >
        <div class="flex flex-col items-stretch gap-4">
          <PolicyState policy={props.policy} />
          <ErrorSummary
            title={texts().saved.failed}
            problems={problems.general()}
            requestId={problems.requestId()}
          />
          <Checkbox
            label={texts().policy.require}
            hint={texts().policy.requireHint}
            checked={required()}
            disabled={!props.policy.callerHolds && !required()}
            onChange={setChosen}
          />
          <Show when={required()}>
            <div class="max-w-xs">
              <Select
                id={problems.id("graceDays")}
                label={texts().policy.start}
                hint={texts().policy.startHint}
                options={startChoices(props.policy, currentTime())}
                value={start()}
                onChange={setChosenStart}
                disabled={!props.policy.callerHolds}
                error={problems.at("graceDays")}
              />
            </div>
          </Show>
        </div>
      </Section>
      <ConfirmDialog
        open={isAsking()}
        onClose={() => setAsking(false)}
        title={texts().ask.title(props.policy.lacking)}
        confirmLabel={texts().ask.confirm}
        tone="danger"
        onConfirm={save}
      >
        {texts().ask.text}
      </ConfirmDialog>
    </Form>
  );
}
