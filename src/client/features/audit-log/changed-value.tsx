import { Show } from "solid-js";
import { type CutValue, isCutValue } from "#shared/cut-value.ts";
import type { NameOf } from "./event.ts";
import { valueInWords } from "./field-words.ts";
import { LongValue } from "./long-value.tsx";
import { texts } from "./texts.ts";

/** A field of a changed row, before or after. */
export function ChangedValue(props: {
  field: string;
  value: unknown;
  nameOf: NameOf;
}) {
  const cut = () => (isCutValue(props.value) ? props.value : undefined);
  return (
    <Show
      when={cut()}
      fallback={
        <LongValue
          text={valueInWords(props.field, props.value, props.nameOf)}
        />
      }
    >
      {(value) => <Beginning value={value()} />}
    </Show>
  );
}

function Beginning(props: { value: CutValue }) {
  return (
    <>
      <LongValue text={`${props.value.beginning}…`} />
      <p class="mt-1 text-xs break-all text-muted">
        {texts().details.cut(props.value.length, props.value.sha256)}
      </p>
    </>
  );
}
