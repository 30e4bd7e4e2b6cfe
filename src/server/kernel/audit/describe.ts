import type { Fault } from "./verify";

/** What is wrong with a log; `anchor` is an end that was noted earlier and is not in it any more. */
export type Finding = Fault | { kind: "anchor"; seq: number };

const SENTENCES: Record<Finding["kind"], (seq: number) => string> = {
  changed: (seq) => `Event ${seq} is not what was written.`,
  missing: (seq) => `Event ${seq} is gone.`,
  tail: (seq) =>
    `From event ${seq} on the log does not end where it was signed: events were cut off or put on.`,
  signature: (seq) =>
    `The signature at event ${seq} was not made with this program's APP_SECRET.`,
  anchor: (seq) =>
    `Event ${seq}, which was noted earlier, is not in the log any more: the log was set back.`,
};

export function describeFinding({ kind, seq }: Finding): string {
  return SENTENCES[kind](seq);
}
