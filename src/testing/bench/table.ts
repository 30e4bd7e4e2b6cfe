import type { Figures } from "./measure";
import { costOf, type Result } from "./measure-row";

/** Formats a line of a table. */
export function line(name: string, cells: readonly string[]): string {
  return name.padEnd(38) + cells.map((cell) => cell.padStart(10)).join("");
}

export const HEAD = line("", [
  "product/s",
  "µs",
  "one µs",
  "ceiling/s",
  "µs",
  "share",
  "large µs",
  "growth",
  "p50 ms",
  "p99 ms",
]);

export function lineOf(result: Result): string {
  const { row, product, ceiling, hot, large } = result;
  const cost = (figures: Figures | undefined) =>
    figures ? whole(costOf(row, figures)) : "";
  return line(row.name, [
    whole(product.perSecond),
    cost(product),
    cost(hot),
    whole(ceiling.perSecond),
    cost(ceiling),
    percent(shareOf(result)),
    cost(large),
    large ? (costOf(row, large) / costOf(row, product)).toFixed(2) : "",
    product.p50.toFixed(1),
    product.p99.toFixed(1),
  ]);
}

/** Without the processor time, the share is that of the requests per second. */
export function shareOf({ row, product, ceiling }: Result): number {
  return product.microseconds
    ? costOf(row, ceiling) / costOf(row, product)
    : product.perSecond / ceiling.perSecond;
}

export function whole(value: number): string {
  return value.toFixed(0);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
