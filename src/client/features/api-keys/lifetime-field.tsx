import { Show } from "solid-js";
import { Callout } from "#client/ui/callout.tsx";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import { type Lifetime, lifetimeChoices, MAX_DAYS } from "./lifetime.ts";
import { texts } from "./texts.ts";

/** Chooses after how many days a key expires, or that it does not expire. */
export function LifetimeField(props: {
  id: string;
  value: Lifetime;
  /** The number of days that the user typed. */
  customDays: string;
  /** The largest number of days that the organization allows; null without a limit. */
  max: number | null;
  error: string | undefined;
  onChange: (value: Lifetime) => void;
  onCustomDays: (days: string) => void;
}) {
  const isCustom = () => props.value === "custom";
  const hint = () =>
    props.max === null ? undefined : texts().form.limited(props.max);
  return (
    <>
      <div class="grid gap-4 sm:grid-cols-2">
        <Select
          id={isCustom() ? undefined : props.id}
          label={texts().form.expires}
          hint={hint()}
          options={lifetimeChoices(props.max)}
          value={props.value}
          onChange={props.onChange}
          error={isCustom() ? undefined : props.error}
        />
        <Show when={isCustom()}>
          <TextField
            id={props.id}
            label={texts().form.customDays}
            inputmode="numeric"
            autocomplete="off"
            value={props.customDays}
            onInput={props.onCustomDays}
            error={
              props.error && texts().form.customDaysWrong(props.max ?? MAX_DAYS)
            }
          />
        </Show>
      </div>
      <Show when={props.value === "never"}>
        <Callout tone="warning">{texts().form.neverWarning}</Callout>
      </Show>
    </>
  );
}
