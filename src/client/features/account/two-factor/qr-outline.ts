/** Returns the dark modules of a QR code as one SVG path. Each run of dark modules in a row is one rectangle. */
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
