import type { Accessor, Component } from "solid-js";
import type { Permission } from "#shared/permissions.ts";

/** A shortcut of two keys, pressed one after the other: `["g", "p"]`. */
export type Shortcut = readonly [first: "g" | "n", second: string];

export type Icon = Component<{ size?: number | string }>;

export interface VerbFacts<Thing> {
  /** Names the verb among the verbs of its kind: `"suspend"`. */
  id: string;
  label: string;
  /** Other words for which the command palette finds the verb. */
  keywords?: string;
  icon?: Icon;
  tone?: "danger";
  /** The permission without which the verb is not offered. */
  permission?: Permission;
  /** Whether the verb is offered for a thing in its present state; true by default. */
  fits?: (thing: Thing) => boolean;
  /** The reason why the verb is refused for a thing now. Menus show it, and the command palette hides the verb. */
  blocked?: (thing: Thing) => string | undefined;
  /** Whether only the command palette offers the verb, because the pages show it in another way. */
  isInPaletteOnly?: boolean;
  /** How the verb acts on several selected things. Without it, the verb is not in the bar of a selection. */
  many?: {
    /** The label in the bar; by default that of the verb. */
    label?: string;
    /** @param done clears the selection */
    run: (things: readonly Thing[], done: () => void) => unknown;
  };
}

/** Opens a page, or a dialog that has a URL of its own. */
interface Opening<Thing> {
  href: (thing: Thing) => string;
  run?: never;
}

/** Opens another dialog, or changes the thing at once. */
interface Running<Thing> {
  run: (thing: Thing) => unknown;
  href?: never;
}

/**
 * Something that users can do with a thing: suspend a member, archive a project. The row menu, the bar of a selection,
 * the command palette and the list of shortcuts all show the same verbs.
 */
export type Verb<Thing> = VerbFacts<Thing> & (Opening<Thing> | Running<Thing>);

/** A kind of things, such as the members, with its verbs. */
export interface Kind<Thing> {
  /** `"member"` */
  id: string;
  icon: Icon;
  idOf: (thing: Thing) => string;
  nameOf: (thing: Thing) => string;
  /** A second text that distinguishes things with the same name. */
  detailOf?: (thing: Thing) => string | undefined;
  /** Returns the verbs, in the order of the menu. Runs once in each component that shows them. */
  useVerbs: () => readonly Verb<Thing>[];
  /** The heading of the things in the command palette: `"People"`. */
  title: () => string;
  /**
   * Finds things for the command palette.
   *
   * @param asked returns the search text; undefined as long as nothing may be requested
   */
  useFind: (asked: Accessor<string | undefined>) => Accessor<readonly Thing[]>;
}

/** A verb together with the things on which it acts, ready to be shown. */
export interface Offer extends Pick<
  VerbFacts<never>,
  "id" | "label" | "keywords" | "icon" | "tone"
> {
  isInPaletteOnly: boolean;
  blocked: string | undefined;
  href: string | undefined;
  run: () => unknown;
}

/** What the command palette acts on: one thing, or the selected things. */
export interface Subject {
  /** The name of the thing, or `"3 selected"`. */
  name: string;
  offers: Accessor<readonly Offer[]>;
}
