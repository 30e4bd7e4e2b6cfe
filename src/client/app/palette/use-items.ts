import { createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { wordsOf } from "#client/lib/matching.ts";
import { useOrganizationPath } from "#client/session/organization-path.ts";
import { type Recent, recentsOf } from "#client/session/recents.ts";
import type { Command } from "#client/session/verbs/command.ts";
import type { Subject } from "#client/session/verbs/verb.ts";
import { lastPage } from "#client/session/visits.ts";
import { commandsFor } from "./commands.ts";
import {
  type Item,
  itemOfCommand,
  itemOfThing,
  itemsOfSubject,
  matchingItems,
} from "./items.ts";
import type { FoundThing, Source } from "./kinds.ts";
import { texts } from "./texts.ts";

const SETTLES_AFTER = 200;
const SHORTEST = 2;

export interface ItemsInput {
  typed: () => string;
  sources: readonly Source[];
  appCommands: () => readonly Command[];
}

/** Returns everything that fits the typed text: commands, things, and the user's other organizations. */
export function useItems({ typed, sources, appCommands }: ItemsInput) {
  const { can, slug } = useOrganization();
  const path = useOrganizationPath();
  const things = useThings(typed, sources);
  const recents = useRecents(sources);
  const organizations = useOtherOrganizations();
  const commands = createMemo(() => {
    const { groups } = texts();
    const all = [...commandsFor({ can, path, slug: slug() }), ...appCommands()];
    const of = (wanted: Command["group"]) =>
      all
        .filter(({ group }) => group === wanted)
        .map((command) => itemOfCommand(command, groups[wanted]));
    return [...of("actions"), ...of("pages"), ...of("more")];
  });

  return createMemo((): Item[] => {
    const words = wordsOf(typed());
    if (words.length === 0) {
      const latest = recents(commands());
      const isRepeated = ({ id }: Item) =>
        latest.some((one) => one.id === `recent ${id}`);
      return [
        ...latest,
        ...commands().filter((item) => !isRepeated(item)),
        ...organizations(),
      ];
    }
    const { named, others } = matchingItems(commands(), words);
    const found = things();
    const [only] = found;
    // A single result shows at once what the user can do with it.
    const inside =
      only && found.length === 1 && named.length === 0 ? verbsInside(only) : [];
    return [
      ...named,
      ...found.map(itemOfThing),
      ...inside,
      ...others,
      ...matchingItems(organizations(), words).named,
    ];
  });
}

function verbsInside(thing: FoundThing): Item[] {
  const { recent } = itemOfThing(thing);
  return itemsOfSubject(thing.subject, thing.group)
    .filter(({ id }) => id !== "verb open")
    .map((item) => ({ ...item, isInside: true, recent }));
}

/** Returns the verbs of a subject that fit the typed text. */
export function verbItems(subject: Subject, typed: string): Item[] {
  const { named, others } = matchingItems(
    itemsOfSubject(subject, subject.name),
    wordsOf(typed),
  );
  return [...named, ...others];
}

function useThings(typed: () => string, sources: readonly Source[]) {
  const settledText = settled(typed);
  const asked = () => {
    const text = settledText().trim();
    return text.length >= SHORTEST ? text : undefined;
  };
  const found = sources.map(({ useFound }) => useFound(asked));
  return () => found.flatMap((things) => things());
}

/** Returns what the user chose last. A command that is no longer offered is left out. */
function useRecents(sources: readonly Source[]) {
  const { user, organization } = useOrganization();
  return (commands: readonly Item[]): Item[] =>
    recentsOf(user().id, organization().id).flatMap((recent) => {
      const item =
        recent.kind === "command"
          ? commands.find(({ id }) => id === `command ${recent.id}`)
          : itemOfRecent(recent, sources);
      const group = texts().groups.recents;
      return item ? [{ ...item, id: `recent ${item.id}`, group }] : [];
    });
}

function itemOfRecent(recent: Recent, sources: readonly Source[]): Item {
  const { kind, id, name, detail, href } = recent;
  return {
    id: `${kind} ${id}`,
    group: "",
    label: name,
    detail,
    icon: sources.find((source) => source.kind === kind)?.icon,
    href,
    recent,
  };
}

function useOtherOrganizations(): () => Item[] {
  const { organizations, organization, user } = useOrganization();
  return () =>
    organizations()
      .filter(({ id }) => id !== organization().id)
      .map((other) => ({
        id: other.id,
        group: texts().groups.organizations,
        label: other.name,
        detail: other.slug,
        href: lastPage(user().id, other),
      }));
}

/** Returns the typed text after a pause in typing, so that not every key sends a request. */
function settled(text: () => string): () => string {
  const [value, setValue] = createSignal(text());
  createEffect(() => {
    const next = text();
    const timer = setTimeout(() => setValue(next), SETTLES_AFTER);
    onCleanup(() => clearTimeout(timer));
  });
  return value;
}
