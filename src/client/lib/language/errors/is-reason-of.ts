/** Whether a table has a text for a reason. */
export function isReasonOf<Table extends object>(
  table: Table,
  reason: string,
): reason is string & keyof Table {
  return Object.hasOwn(table, reason);
}
