import { createListCollection, Listbox } from "@ark-ui/solid/listbox";
import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, For, Show } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { Kbd } from "#client/ui/kbd.tsx";
import { POPUP_ROW } from "#client/ui/popup-look.ts";
import {
  type Command,
  commandsFor,
  matchingCommands,
  type Group,
} from "./commands.ts";
import { texts } from "./texts.ts";
import { useActions } from "./use-actions.ts";
import { useSearchResults } from "./use-search-results.ts";

const ORDER: readonly Group[] = [
  "actions",
  "pages",
  "projects",
  "people",
  "organizations",
];

/** A dialog that searches pages, actions, projects, members and organizations. */
export default function Palette(props: {
  open: boolean;
  onClose: () => void;
  onHelp: () => void;
}) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={texts().title}>
      <Search onClose={props.onClose} onHelp={props.onHelp} />
    </Dialog>
  );
}

function Search(props: { onClose: () => void; onHelp: () => void }) {
  const { can } = useOrganization();
  const path = useOrganizationPath();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal("");
  const found = useSearchResults(typed);
  const actions = useActions(() => props.onHelp());
  const commands = createMemo(() => {
    const all = [...commandsFor({ can, path }), ...actions(), ...found()];
    const fits = matchingCommands(all, typed());
    return ORDER.flatMap((group) =>
      fits.filter((command) => command.group === group),
    );
  });
  const collection = createMemo(() =>
    createListCollection({
      items: commands(),
      itemToValue: ({ id }) => id,
      itemToString: ({ label }) => label,
    }),
  );
  const go = (id: string) => {
    const command = commands().find((one) => one.id === id);
    if (!command) return;
    props.onClose();
    if (command.href === undefined) void command.run?.();
    else navigate(command.href);
  };

  return (
    <Listbox.Root
      collection={collection()}
      onSelect={({ value }) => go(value)}
      selectionMode="single"
      typeahead={false}
      loopFocus
      class="flex min-h-0 flex-col px-3 pb-3"
    >
      <Listbox.Label class="sr-only">{texts().results}</Listbox.Label>
      <Listbox.Input
        autoHighlight
        aria-label={texts().label}
        placeholder={texts().placeholder}
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        class="mb-2 h-10 w-full shrink-0 rounded-md bg-sunken px-3 outline-none pointer-coarse:h-11 pointer-coarse:text-lg"
      />
      <Listbox.Content class="min-h-0 flex-1 overflow-y-auto rounded-md outline-none">
        <For each={commands()}>
          {(command, index) => (
            <Row
              command={command}
              isFirst={commands()[index() - 1]?.group !== command.group}
            />
          )}
        </For>
      </Listbox.Content>
      <Show when={commands().length === 0}>
        <p role="status" class="px-2 py-3 text-sm text-muted">
          {texts().nothing(typed())}
        </p>
      </Show>
      <p class="px-2 pt-2 text-xs text-muted max-sm:hidden">{texts().hint}</p>
    </Listbox.Root>
  );
}

function Row(props: { command: Command; isFirst: boolean }) {
  return (
    <>
      <Show when={props.isFirst}>
        <p
          aria-hidden="true"
          class="px-2 pt-2 pb-1 text-xs font-medium text-subtle"
        >
          {texts().groups[props.command.group]}
        </p>
      </Show>
      <Listbox.Item item={props.command} highlightOnHover class={POPUP_ROW}>
        <Listbox.ItemText class="min-w-0 flex-1">
          <bdi class="block truncate text-left">{props.command.label}</bdi>
        </Listbox.ItemText>
        <Show when={props.command.detail}>
          <bdi class="min-w-0 truncate text-xs text-muted">
            {props.command.detail}
          </bdi>
        </Show>
        <Show when={props.command.key}>
          {(key) => (
            <span class="flex gap-1 max-sm:hidden" aria-hidden="true">
              <Kbd>g</Kbd>
              <Kbd>{key()}</Kbd>
            </span>
          )}
        </Show>
      </Listbox.Item>
    </>
  );
}
