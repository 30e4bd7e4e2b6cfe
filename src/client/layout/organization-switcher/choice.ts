/** An organization in the organization switcher. */
export interface OrganizationChoice {
  slug: string;
  name: string;
  /** The name of the user's role in the organization. */
  role: string;
  logoUrl?: string | null;
  /** A text that distinguishes the organization from another one with the same name. */
  detail?: string | undefined;
}

/** The number of organizations from which the switcher shows a search field. */
export const SEARCH_FROM = 7;

/** The maximum number of organizations in the list, because rendering hundreds of them takes seconds. */
export const MOST_SHOWN = 50;

/** Sorts organizations by the user's last visit, the latest visit first, then by name. */
export function recentFirst(
  organizations: readonly OrganizationChoice[],
  recentSlugs: readonly string[],
): OrganizationChoice[] {
  const rank = new Map(recentSlugs.map((slug, index) => [slug, index]));
  const rankOf = (choice: OrganizationChoice) =>
    rank.get(choice.slug) ?? Number.POSITIVE_INFINITY;
  return organizations.toSorted(
    (a, b) => compare(rankOf(a), rankOf(b)) || a.name.localeCompare(b.name),
  );
}

export function matching(
  organizations: readonly OrganizationChoice[],
  search: string,
): OrganizationChoice[] {
  const term = search.trim().toLocaleLowerCase();
  return organizations.filter(
    (choice) =>
      choice.name.toLocaleLowerCase().includes(term) ||
      choice.slug.includes(term),
  );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
