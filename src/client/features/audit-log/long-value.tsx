import { createSignal, Show } from "solid-js";
import { TextButton } from "#client/ui/text-link.tsx";
import { texts } from "./texts.ts";

const SHORT = 160;

/** A value as it was stored; a long one is cut until it is asked for. */
export function LongValue(props: { text: string }) {
  const [isWhole, setWhole] = createSignal(false);
  // By characters as people count them, so that none is cut in two.
  const characters = () => [...props.text];
  const isLong = () => characters().length > SHORT;
  const shown = () =>
    isLong() && !isWhole()
      ? `${characters().slice(0, SHORT).join("")}…`
      : props.text;
  return (
    <Show
      when={props.text !== ""}
      fallback={<span class="text-subtle">{texts().details.nothing}</span>}
    >
      <bdi class="whitespace-pre-wrap">{shown()}</bdi>
      <Show when={isLong()}>
        {" "}
        <TextButton onClick={() => setWhole(!isWhole())}>
          {isWhole() ? texts().details.showLess : texts().details.showAll}
        </TextButton>
      </Show>
    </Show>
  );
}
