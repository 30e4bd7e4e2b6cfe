import { For } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogBody } from "#client/ui/dialog-parts.tsx";
import { Kbd } from "#client/ui/kbd.tsx";
import { commandsFor } from "./commands.ts";
import { PALETTE_KEYS } from "./keys.ts";
import { texts } from "./texts.ts";

/** A dialog that lists the keyboard shortcuts that the user can use. */
export default function Help(props: { open: boolean; onClose: () => void }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const rows = () => [
    { keys: PALETTE_KEYS, text: texts().help.palette },
    { keys: ["?"], text: texts().help.help },
    ...commandsFor({ can, path }).flatMap(({ key, label }) =>
      key ? [{ keys: ["g", key], text: texts().help.goTo(label) }] : [],
    ),
  ];
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().help.title}
      description={texts().help.description}
    >
      <DialogBody>
        <dl class="divide-y divide-line text-sm">
          <For each={rows()}>
            {({ keys, text }) => (
              <div class="flex items-center justify-between gap-4 py-2">
                <dt>{text}</dt>
                <dd class="flex gap-1">
                  <For each={keys}>{(key) => <Kbd>{key}</Kbd>}</For>
                </dd>
              </div>
            )}
          </For>
        </dl>
      </DialogBody>
    </Dialog>
  );
}
