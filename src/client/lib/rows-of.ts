/** A list that is read page by page. */
interface PagedQuery<Row> {
  isPending: boolean;
  data: { pages: readonly { items: readonly Row[] }[] } | undefined;
}

/** Returns the rows of all pages that were read; none while the first page loads. */
export function rowsOf<Row>({ isPending, data }: PagedQuery<Row>): Row[] {
  if (isPending || !data) return [];
  return data.pages.flatMap(({ items }) => items);
}
