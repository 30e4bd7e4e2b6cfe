import { hasWords } from "#client/lib/matching.ts";
import type { Command } from "#client/session/verbs/command.ts";
import type {
  Icon,
  Offer,
  Shortcut,
  Subject,
} from "#client/session/verbs/verb.ts";
import type { Recent } from "#client/session/recents.ts";
import type { FoundThing } from "./kinds.ts";

/** A row of the palette. */
export interface Item {
  id: string;
  group: string;
  label: string;
  /** A second text that distinguishes rows with the same label. */
  detail?: string | undefined;
  /** Other words for which a search finds the row. */
  keywords?: string | undefined;
  icon?: Icon | undefined;
  tone?: "danger" | undefined;
  shortcut?: Shortcut | undefined;
  /** Whether the row belongs to the thing above it. */
  isInside?: boolean;
  /** The thing of the row, whose verbs are the next step. */
  subject?: Subject | undefined;
  href?: string | undefined;
  run?: (() => unknown) | undefined;
  /** What the palette remembers when the user chooses the row. */
  recent?: Recent | undefined;
}

/** Whether the row is a thing, whose verbs are the next step. */
export function isThing({ subject, recent, isInside }: Item): boolean {
  const isRecentThing = recent !== undefined && recent.kind !== "command";
  return subject !== undefined || (isRecentThing && !isInside);
}

export function itemOfCommand(command: Command, group: string): Item {
  const { id, label, keywords, icon, shortcut, href, run } = command;
  return {
    id: `command ${id}`,
    group,
    label,
    keywords,
    icon,
    shortcut,
    href,
    run,
    recent: { kind: "command", id, name: label },
  };
}

export function itemOfThing(thing: FoundThing): Item {
  const { kind, icon, id, name, detail, group, subject } = thing;
  const page = subject.offers().find((offer) => offer.id === "open")?.href;
  return {
    id: `${kind} ${id}`,
    group,
    label: name,
    detail,
    icon,
    subject,
    href: page,
    recent: {
      kind,
      id,
      name,
      ...(detail && { detail }),
      ...(page && { href: page }),
    },
  };
}

/** Returns the verbs of a subject that would not be refused. */
export function itemsOfSubject(subject: Subject, group: string): Item[] {
  return subject
    .offers()
    .filter(({ blocked }) => blocked === undefined)
    .map((offer) => itemOfOffer(offer, group));
}

function itemOfOffer(offer: Offer, group: string): Item {
  const { id, label, keywords, icon, tone, href, run } = offer;
  return { id: `verb ${id}`, group, label, keywords, icon, tone, href, run };
}

/** Returns the items that every word names. Those with all words in their name come first. */
export function matchingItems(
  items: readonly Item[],
  words: readonly string[],
): { named: Item[]; others: Item[] } {
  const nameOf = ({ label, detail = "" }: Item) => `${label} ${detail}`;
  const named = items.filter((item) => hasWords(nameOf(item), words));
  const others = items.filter(
    (item) =>
      !named.includes(item) &&
      hasWords(`${nameOf(item)} ${item.keywords ?? ""}`, words),
  );
  return { named, others };
}
