import { For } from "solid-js";
import { Portal } from "solid-js/web";
import { headOf, type RecoveryCodesPaper } from "./recovery-codes-paper.ts";

/** The codes as they come out of a printer; on the screen there is nothing of it. */
export function PrintedCodes(props: { paper: RecoveryCodesPaper }) {
  return (
    <Portal>
      <section data-paper class="hidden p-8 text-[black] print:block">
        <For each={headOf(props.paper)}>{(line) => <p>{line}</p>}</For>
        <ol class="mt-6 font-mono text-lg leading-loose">
          <For each={props.paper.codes}>{(code) => <li>{code}</li>}</For>
        </ol>
      </section>
    </Portal>
  );
}
