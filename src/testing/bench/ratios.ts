import type { Figures } from "./measure";
import type { Result } from "./measure-row";
import type { Row } from "./rows";

/** The processor time that counts, in microseconds. */
export function costOf(row: Row, figures: Figures): number {
  return row.hashes ? figures.beyondHash : figures.microseconds;
}

/** Without the processor time, the share is that of the requests per second. */
export function shareOf({ row, product, ceiling }: Result): number {
  return product.microseconds
    ? costOf(row, ceiling) / costOf(row, product)
    : product.perSecond / ceiling.perSecond;
}

/** How many times as much processor time the peer takes, hashes of passwords included. */
export function timesThePeer({ product }: Result, peer: Figures): number {
  return product.microseconds
    ? peer.microseconds / product.microseconds
    : product.perSecond / peer.perSecond;
}
