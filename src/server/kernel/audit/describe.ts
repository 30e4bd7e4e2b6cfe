import type { Fault } from "./verify";

/**
 * The fault that verification found in an audit log. `anchor` means that the log does not contain the event of the
 * given anchor.
 */
export type Finding = Fault | { kind: "anchor"; seq: number };

const SENTENCES: Record<Finding["kind"], (seq: number) => string> = {
  changed: (seq) => `Event ${seq} was changed.`,
  missing: (seq) => `Event ${seq} is missing.`,
  tail: (seq) =>
    `From event ${seq} on, the log does not match its signed head: events were removed or added.`,
  signature: (seq) =>
    `The signature at event ${seq} was not made with the APP_SECRET of this server.`,
  anchor: (seq) =>
    `Event ${seq} of the anchor is missing: the log was replaced by an older or a different one.`,
};

export function describeFinding({ kind, seq }: Finding): string {
  return SENTENCES[kind](seq);
}
