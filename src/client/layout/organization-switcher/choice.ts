/** An organization one can switch to. */
export interface OrganizationChoice {
  slug: string;
  name: string;
  /** The reader's role there, in words. */
  role: string;
  logoUrl?: string | null;
  /** Tells it apart from another one of the same name. */
  detail?: string | undefined;
}

/** From this many on, a search field stands above the list. */
export const SEARCH_FROM = 7;

/** At most this many stand in the list: laying out hundreds takes seconds, and nobody reads them. */
export const MOST_SHOWN = 50;

/** Those visited last come first, then the others by name. */
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
  const wanted = search.trim().toLocaleLowerCase();
  return organizations.filter(
    (choice) =>
      choice.name.toLocaleLowerCase().includes(wanted) ||
      choice.slug.includes(wanted),
  );
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
