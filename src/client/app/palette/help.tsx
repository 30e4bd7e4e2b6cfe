import { For } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import type { Command } from "#client/session/verbs/command.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogBody } from "#client/ui/dialog-parts.tsx";
import { Kbd } from "#client/ui/kbd.tsx";
import { commandsFor } from "./commands.ts";
import { PALETTE_KEYS } from "./keys.ts";
import { texts } from "./texts.ts";

interface Row {
  keys: readonly string[];
  text: string;
}

/** A dialog that lists the keyboard shortcuts that the user can use. */
export default function Help(props: { open: boolean; onClose: () => void }) {
  const { can, slug } = useOrganization();
  const path = useOrganizationPath();
  const rowsOf = (group: Command["group"], text: (label: string) => string) =>
    commandsFor({ can, path, slug: slug() }).flatMap((command): Row[] =>
      command.group === group && command.shortcut
        ? [{ keys: command.shortcut, text: text(command.label) }]
        : [],
    );
  const groups = () => {
    const { help } = texts();
    return [
      {
        title: help.groups.general,
        rows: [
          { keys: PALETTE_KEYS, text: help.palette },
          { keys: ["Tab"], text: help.thingActions },
          { keys: ["⌫"], text: help.back },
          { keys: ["?"], text: help.help },
        ],
      },
      {
        title: help.groups.lists,
        rows: [
          { keys: PALETTE_KEYS, text: help.actOnRow },
          { keys: ["↑", "↓"], text: help.nextCheckbox },
          { keys: ["Tab"], text: help.toActions },
          { keys: ["Esc"], text: help.clear },
        ],
      },
      { title: help.groups.pages, rows: rowsOf("pages", help.goTo) },
      {
        title: help.groups.actions,
        rows: rowsOf("actions", (label) => label),
      },
    ].filter(({ rows }) => rows.length > 0);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={texts().help.title}
      description={texts().help.description}
      size="lg"
      // Not the list, which has the focus only to be scrolled.
      initialFocus={() => document.querySelector("[role=dialog]")}
    >
      <DialogBody isFocusable>
        <div class="gap-x-8 sm:columns-2">
          <For each={groups()}>
            {({ title, rows }) => (
              <section class="mb-4 break-inside-avoid">
                <h3 class="mb-1 text-xs font-medium text-subtle">{title}</h3>
                <Rows rows={rows} />
              </section>
            )}
          </For>
        </div>
      </DialogBody>
    </Dialog>
  );
}

function Rows(props: { rows: readonly Row[] }) {
  return (
    <dl class="divide-y divide-line text-sm">
      <For each={props.rows}>
        {({ keys, text }) => (
          <div class="flex items-center justify-between gap-4 py-1.5">
            <dt>{text}</dt>
            <dd class="flex shrink-0 gap-1">
              <For each={keys}>{(key) => <Kbd>{key}</Kbd>}</For>
            </dd>
          </div>
        )}
      </For>
    </dl>
  );
}
