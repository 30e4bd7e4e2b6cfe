import { useLocation, useSearchParams } from "@solidjs/router";

/** The kinds of things whose history can be shown. */
export const HISTORY_KINDS = [
  "project",
  "member",
  "invitation",
  "link",
  "role",
  "domain",
  "serviceAccount",
  "apiKey",
  "organization",
] as const;

export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** The parts of an organization that have a history of their own. */
export const ORGANIZATION_PARTS = [
  "name",
  "slug",
  "logo",
  "settings",
  "security",
  "plan",
] as const;

export type OrganizationPart = (typeof ORGANIZATION_PARTS)[number];

/** A thing with a history: its kind, and its id or the name of a part of the organization. */
export type HistoryOf =
  | { kind: "organization"; id: OrganizationPart }
  | { kind: Exclude<HistoryKind, "organization">; id: string };

/** The thing as the API names it. A member is named by the id of the user. */
export function targetOf({ kind, id }: HistoryOf): string {
  return kind === "organization" ? `organization.${id}` : id;
}

const PARAM = "history";

/** Returns a function that makes the link to the history of a thing, on the page that is open: `?history=role:rol_…`. */
export function useHistoryHref(): (of: HistoryOf) => string {
  const location = useLocation();
  return ({ kind, id }) => {
    const params = new URLSearchParams(location.search);
    params.set(PARAM, `${kind}:${id}`);
    return `${location.pathname}?${params}`;
  };
}

/** The history that the URL names; undefined if it names none. */
export function useShownHistory() {
  const [params, setParams] = useSearchParams();
  const shown = (): HistoryOf | undefined => {
    const value = params[PARAM];
    return typeof value === "string" ? parse(value) : undefined;
  };
  const close = () => setParams({ [PARAM]: undefined }, { scroll: false });
  return { shown, close };
}

function parse(value: string): HistoryOf | undefined {
  const [, name, id] = /^(\w{1,20}):(\w{1,64})$/.exec(value) ?? [];
  const kind = HISTORY_KINDS.find((one) => one === name);
  if (!kind || id === undefined) return undefined;
  if (kind !== "organization") return { kind, id };
  const part = ORGANIZATION_PARTS.find((one) => one === id);
  return part && { kind, id: part };
}
