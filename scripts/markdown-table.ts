export function markdownTable(head: string[], rows: string[][]): string[] {
  return [head, head.map(() => "---"), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |`,
  );
}
