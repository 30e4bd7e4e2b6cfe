import { createSignal, Show } from "solid-js";
import { isCutValue } from "#shared/cut-value.ts";
import { TextButton } from "#client/ui/text-link.tsx";
import type { NameOf } from "./event.ts";
import { valueInWords } from "./field-labels.ts";
import { texts } from "./texts.ts";

const MAX_LENGTH = 160;

/** Shows the value of a changed field before or after the change. */
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
        <LongText text={valueInWords(props.field, props.value, props.nameOf)} />
      }
    >
      {(value) => (
        <>
          <LongText text={`${value().beginning}…`} />
          <p class="mt-1 text-xs break-all text-muted">
            {texts().details.cut(value().length, value().sha256)}
          </p>
        </>
      )}
    </Show>
  );
}

/** Shows the beginning of a long text and a button that shows the rest. */
function LongText(props: { text: string }) {
  const [isExpanded, setExpanded] = createSignal(false);
  // Split the text into code points, because a cut between UTF-16 units could split a surrogate pair.
  const characters = () => [...props.text];
  const isLong = () => characters().length > MAX_LENGTH;
  const shown = () =>
    isLong() && !isExpanded()
      ? `${characters().slice(0, MAX_LENGTH).join("")}…`
      : props.text;
  return (
    <Show
      when={props.text !== ""}
      fallback={<span class="text-subtle">{texts().details.nothing}</span>}
    >
      <bdi class="whitespace-pre-wrap">{shown()}</bdi>
      <Show when={isLong()}>
        {" "}
        <TextButton onClick={() => setExpanded(!isExpanded())}>
          {isExpanded() ? texts().details.showLess : texts().details.showAll}
        </TextButton>
      </Show>
    </Show>
  );
}
