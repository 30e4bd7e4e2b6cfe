/**
 * Returns the path of the file with all audit events that match the filters.
 *
 * @param filters the filters as in the API
 */
export function exportPath(
  slug: string,
  format: "csv" | "jsonl",
  filters: Record<string, string | undefined> = {},
): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filters))
    if (value) query.set(name, value);
  return `/api/organizations/${slug}/audit-log/export?${query}`;
}
