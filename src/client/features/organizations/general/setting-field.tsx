import { createUniqueId, For, Match, Show, Switch } from "solid-js";
import { Checkbox } from "#client/ui/checkbox.tsx";
import { Select } from "#client/ui/select.tsx";
import { TextField } from "#client/ui/text-field.tsx";
import type { Setting } from "./setting.ts";

export interface SettingFieldProps {
  setting: Setting;
  id: string;
  value: unknown;
  error: string | undefined;
  onChange: (value: unknown) => void;
}

export function SettingField(props: SettingFieldProps) {
  const is = (control: Setting["control"]) => props.setting.control === control;
  return (
    <Switch fallback={<TextSetting {...props} />}>
      <Match when={is("checkbox")}>
        <Checkbox
          id={props.id}
          label={props.setting.label}
          hint={props.setting.hint}
          checked={props.value === true}
          onChange={props.onChange}
        />
      </Match>
      <Match when={is("choice")}>
        <Select
          id={props.id}
          label={props.setting.label}
          hint={props.setting.hint}
          options={props.setting.options.map((value) => ({
            value,
            label: value,
          }))}
          value={String(props.value)}
          onChange={props.onChange}
          error={props.error}
        />
      </Match>
    </Switch>
  );
}

function TextSetting(props: SettingFieldProps) {
  const listId = createUniqueId();
  const isNumber = () => props.setting.control === "number";
  const suggestions = () =>
    props.setting.format === "time-zone" ? timeZones() : [];
  return (
    <>
      <TextField
        id={props.id}
        label={props.setting.label}
        hint={props.setting.hint}
        optional={props.setting.isOptional}
        inputmode={isNumber() ? "numeric" : undefined}
        spellcheck={false}
        autocomplete="off"
        list={suggestions().length > 0 ? listId : undefined}
        value={String(props.value ?? "")}
        onInput={(text) => props.onChange(isNumber() ? numberOf(text) : text)}
        error={props.error}
      />
      <Show when={suggestions().length > 0}>
        <datalist id={listId}>
          <For each={suggestions()}>{(zone) => <option value={zone} />}</For>
        </datalist>
      </Show>
    </>
  );
}

/** Returns null for an empty field, and the text itself if it is no number: the schema then refuses it. */
function numberOf(text: string): number | string | null {
  if (text.trim() === "") return null;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

function timeZones(): string[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone")];
}
