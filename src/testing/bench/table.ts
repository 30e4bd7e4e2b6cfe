import type { Figures } from "./measure";
import type { Result } from "./measure-row";
import { costOf, shareOf, timesThePeer } from "./ratios";
import type { OthersWait } from "./others";
import type { Requirement } from "./requirements";

/** Formats a line of a table. */
export function line(
  name: string,
  cells: readonly string[],
  width = 38,
): string {
  const columns = cells.map((cell) => cell.padStart(10)).join("");
  return (name.padEnd(width) + columns).trimEnd();
}

export const HEAD = line("", [
  "product/s",
  "µs",
  "one",
  "ceiling/s",
  "µs",
  "share",
  "peer/s",
  "µs",
  "times",
  "large",
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

export function whole(value: number): string {
  return value.toFixed(0);
}

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

export function requirementLine({
  name,
  measured,
  must,
  aim,
  unit,
  isMet,
  reachesAim,
}: Requirement): string {
  const show = (value: number) =>
    unit === "%" || unit === "µs" ? whole(value) : value.toFixed(1);
  const verdict = reachesAim ? "aim met" : isMet ? "met" : "NOT MET";
  const values = [show(measured), show(must), aim ? show(aim) : ""];
  return line(`${name} (${unit})`, [...values, verdict], 70);
}

export function keyLine(
  name: string,
  { session, key }: Record<"session" | "key", Figures>,
): string {
  const ratio = session.microseconds
    ? key.microseconds / session.microseconds
    : session.perSecond / key.perSecond;
  const costs = [session, key].map(({ microseconds }) => whole(microseconds));
  return line(name, [...costs, ratio.toFixed(2)]);
}

export function waitsLine(
  name: string,
  { alone, during }: OthersWait["product"],
): string {
  const times = [alone.p50, alone.p99, during.p50, during.p99];
  return line(
    name,
    times.map((time) => time.toFixed(1)),
  );
}
