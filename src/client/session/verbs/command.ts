import type { Permission } from "#shared/permissions.ts";
import type { OrganizationPath } from "../organization-path.ts";
import type { Shortcut, VerbFacts } from "./verb.ts";

/** A page of the organization or of the account, or an action without a thing, such as "New project". */
export interface Command extends Pick<
  VerbFacts<never>,
  "id" | "label" | "icon"
> {
  /** `more` has commands about the web app itself. */
  group: "actions" | "pages" | "more";
  keywords?: string | undefined;
  permission?: Permission | undefined;
  shortcut?: Shortcut;
  /** The page to open; a dialog has a URL of its own, too. */
  href?: string;
  /** What a command without a page does. */
  run?: () => unknown;
}

/** The organization in which commands act. */
export interface CommandPlace {
  slug: string;
  path: OrganizationPath;
}

/** Returns the commands of a feature. The command palette and the list of shortcuts show all of them. */
export type Commands = (place: CommandPlace) => readonly Command[];
