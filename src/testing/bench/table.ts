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
  "peer/s",
  "µs",
  "times",
  "large µs",
  "growth",
  "p50 ms",
  "p99 ms",
]);

export function lineOf(result: Result): string {
  const { row, product, ceiling, hot, large, peer } = result;
  const cost = (figures: Figures | undefined) =>
    figures ? whole(costOf(row, figures)) : "";
  return line(row.name, [
    whole(product.perSecond),
    cost(product),
    cost(hot),
    whole(ceiling.perSecond),
    cost(ceiling),
    percent(shareOf(result)),
    peer ? whole(peer.perSecond) : "",
    cost(peer),
    peer ? timesThePeer(result, peer).toFixed(1) : "",
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

/** How many times as much processor time the peer takes. */
export function timesThePeer({ row, product }: Result, peer: Figures): number {
  return product.microseconds
    ? costOf(row, peer) / costOf(row, product)
    : product.perSecond / peer.perSecond;
}

export function whole(value: number): string {
  return value.toFixed(0);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
