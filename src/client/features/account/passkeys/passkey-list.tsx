import { createSignal, For } from "solid-js";
import { Section } from "#client/ui/section.tsx";
import type { Passkey } from "./passkey.ts";
import { PasskeyRow } from "./passkey-row.tsx";
import { RemoveDialog } from "./remove-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { texts } from "./texts.ts";

export function PasskeyList(props: { passkeys: readonly Passkey[] }) {
  const [renamed, setRenamed] = createSignal<Passkey>();
  const [removed, setRemoved] = createSignal<Passkey>();
  return (
    <>
      <Section title={texts().list} flush>
        <ul class="divide-y divide-line">
          <For each={props.passkeys}>
            {(passkey) => (
              <PasskeyRow
                passkey={passkey}
                onRename={() => setRenamed(passkey)}
                onRemove={() => setRemoved(passkey)}
              />
            )}
          </For>
        </ul>
      </Section>
      <RenameDialog passkey={renamed()} onClose={() => setRenamed(undefined)} />
      <RemoveDialog passkey={removed()} onClose={() => setRemoved(undefined)} />
    </>
  );
}
