import { For } from "solid-js";
import { Portal } from "solid-js/web";
import {
  headerLinesOf,
  type RecoveryCodesDocument,
} from "./recovery-codes-document.ts";

/** The recovery codes as they are printed. The screen does not show this version. */
export function PrintedCodes(props: { content: RecoveryCodesDocument }) {
  return (
    <Portal>
      <section data-paper class="hidden p-8 text-[black] print:block">
        <For each={headerLinesOf(props.content)}>{(line) => <p>{line}</p>}</For>
        <ol class="mt-6 font-mono text-lg leading-loose">
          <For each={props.content.codes}>{(code) => <li>{code}</li>}</For>
        </ol>
      </section>
    </Portal>
  );
}
