/** Formats a line of a table. */
export function line(
  name: string,
  cells: readonly string[],
  width = 34,
): string {
  return name.padEnd(width) + cells.map((cell) => cell.padStart(10)).join("");
}

export function whole(value: number): string {
  return value.toFixed(0);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
