import { createSignal, Show } from "solid-js";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { createFormProblems } from "#client/ui/form-problems.ts";
import { FormSection } from "#client/ui/form-section.tsx";
import { currentTime } from "#client/ui/now.ts";
import { Select } from "#client/ui/select.tsx";
import { type Policy, type Start, startChoices } from "./policy.ts";
import { PolicyState } from "./policy-state.tsx";
import { texts } from "./texts.ts";
import { usePolicyChange } from "./use-policy-change.ts";

const A_WEEK: Start = "7";

/** Sets whether members need two-factor authentication, and from which date on. */
export function PolicyForm(props: { policy: Policy }) {
  const change = usePolicyChange();
  const problems = createFormProblems(["graceDays"]);
  const [chosen, setChosen] = createSignal<boolean>();
  const [chosenStart, setChosenStart] = createSignal<Start>();
  const [isConfirming, setConfirming] = createSignal(false);

  const required = () => chosen() ?? props.policy.required;
  const savedStart = (): Start => (props.policy.required ? "saved" : A_WEEK);
  const start = () => chosenStart() ?? savedStart();
  const isDirty = () =>
    required() !== props.policy.required ||
    (required() && start() !== savedStart());
  const locksOutNow = () =>
    required() &&
    start() === "0" &&
    props.policy.lacking > 0 &&
    !props.policy.isInForce;

  const discard = () => {
    setChosen(undefined);
    setChosenStart(undefined);
  };
  const save = async () => {
    await change(required(), required() ? Number(start()) : 0);
    discard();
  };
  const submit = () =>
    locksOutNow() ? setConfirming(true) : problems.attempt(save);

  return (
    <>
      <FormSection
        wide
        title={texts().policy.title}
        description={texts().policy.text}
        hint={texts().policy.applies}
        problems={problems}
        failedTitle={texts().saved.failed}
        onSubmit={submit}
        isDirty={isDirty()}
        onDiscard={discard}
        notice={<PolicyState policy={props.policy} />}
      >
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
      </FormSection>
      <ConfirmDialog
        open={isConfirming()}
        onClose={() => setConfirming(false)}
        title={texts().confirm.title}
        confirmLabel={texts().confirm.action}
        tone="danger"
        onConfirm={save}
      >
        {texts().confirm.text(props.policy.lacking)}
      </ConfirmDialog>
    </>
  );
}
