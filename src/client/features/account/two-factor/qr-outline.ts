/** Draws the dark modules as one SVG path, with one rectangle per run in a row. */
export function outlineOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      runsOf(row).map(
        ({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`,
      ),
    )
    .join("");
}

function runsOf(row: readonly boolean[]) {
  const runs: { from: number; length: number }[] = [];
  row.forEach((isDark, x) => {
    const last = runs.at(-1);
    if (!isDark) return;
    if (last && last.from + last.length === x) last.length++;
    else runs.push({ from: x, length: 1 });
  });
  return runs;
}
