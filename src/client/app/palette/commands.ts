import type { Permission } from "#shared/permissions.ts";
import { texts } from "./texts.ts";

export type Group = keyof ReturnType<typeof texts>["groups"];

/** A command of the palette: a link to a page, or to a dialog, which has a URL of its own, or an action. */
export interface Command {
  id: string;
  group: Group;
  label: string;
  /** A second text that distinguishes commands with the same label. */
  detail?: string;
  /** Other words for which a search finds the command. */
  keywords?: string;
  href?: string;
  /** Runs the action of a command without a page. */
  run?: () => unknown;
  /** The key that opens the page if the user presses it after `g`. */
  key?: string;
}

interface Page {
  id: keyof ReturnType<typeof texts>["pages"];
  page: string;
  permission?: Permission;
  key?: string;
}

/** The pages of an organization, each with the permission that it requires. */
const PAGES: readonly Page[] = [
  { id: "dashboard", page: "", key: "d" },
  {
    id: "projects",
    page: "projects",
    permission: "project:read",
    key: "p",
  },
  {
    id: "people",
    page: "people",
    permission: "member:read",
    key: "t",
  },
  {
    id: "invitations",
    page: "people?status=invited",
    permission: "invitation:read",
    key: "i",
  },
  { id: "general", page: "settings", key: "s" },
  { id: "roles", page: "settings/roles", permission: "role:read", key: "r" },
  {
    id: "security",
    page: "settings/security",
    permission: "organization:update",
  },
  {
    id: "domains",
    page: "settings/domains",
    permission: "organization:update",
  },
  { id: "api", page: "settings/api", permission: "apiKey:own", key: "k" },
  {
    id: "serviceAccounts",
    page: "settings/api?tab=service-accounts",
    permission: "apiKey:manage",
  },
  { id: "connect", page: "settings/connect", permission: "apiKey:own" },
  {
    id: "billing",
    page: "settings/billing",
    permission: "billing:read",
    key: "b",
  },
  {
    id: "audit",
    page: "settings/audit",
    permission: "audit:read",
    key: "a",
  },
  { id: "danger", page: "settings/danger" },
];

interface Access {
  can(permission: Permission): boolean;
  path(page?: string): string;
}

/** Returns the commands for the pages and actions that the member has permission for. */
export function commandsFor({ can, path }: Access): Command[] {
  const places = PAGES.filter(
    ({ permission }) => permission === undefined || can(permission),
  ).map(({ id, page, key }): Command => ({
    id: `page ${id}`,
    group: "pages",
    label: texts().pages[id],
    href: path(page),
    keywords: keywordsOf(id),
    ...(key && { key }),
  }));
  return [...actionsFor({ can, path }), ...places, ...ownPages()];
}

function actionsFor({ can, path }: Access): Command[] {
  const { actions } = texts();
  const offered: [string, string, string, Permission | undefined][] = [
    ["project", actions.newProject, path("projects?new=1"), "project:create"],
    ["invite", actions.invite, path("people?invite=1"), "invitation:create"],
    ["apiKey", actions.createKey, path("settings/api?new=1"), "apiKey:own"],
    [
      "serviceAccount",
      actions.createServiceAccount,
      path("settings/api?tab=service-accounts&new=1"),
      "apiKey:manage",
    ],
    [
      "organization",
      actions.createOrganization,
      "/organizations/new",
      undefined,
    ],
  ];
  return offered
    .filter(([, , , permission]) => permission === undefined || can(permission))
    .map(([id, label, href]) => ({
      id: `action ${id}`,
      group: "actions",
      label,
      href,
    }));
}

/** The user's own pages. */
const OWN_PAGES = [
  ["account", "/account"],
  ["password", "/account/password"],
  ["twoFactor", "/account/two-factor"],
  ["passkeys", "/account/passkeys"],
  ["linked", "/account/linked"],
  ["sessions", "/account/sessions"],
  ["data", "/account/data"],
  ["organizations", "/organizations"],
] as const;

function ownPages(): Command[] {
  return OWN_PAGES.map(([id, href]) => ({
    id: `page ${id}`,
    group: "pages",
    label: texts().pages[id],
    href,
    keywords: keywordsOf(id),
  }));
}

function keywordsOf(page: string): string {
  const words: Record<string, unknown> = texts().keywords;
  const found = words[page];
  return typeof found === "string" ? found : "";
}

/** Returns the commands that every typed word names. Those with all words in their name come first. */
export function matchingCommands(
  commands: readonly Command[],
  typed: string,
): Command[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const isIn = (text: string) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
  const nameOf = ({ label, detail = "" }: Command) => `${label} ${detail}`;
  const named = commands.filter((command) => isIn(nameOf(command)));
  const others = commands.filter(
    (command) =>
      !named.includes(command) &&
      isIn(`${nameOf(command)} ${command.keywords ?? ""}`),
  );
  return [...named, ...others];
}

/** Removes case and accents from a text, so that a comparison ignores them. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
