import { Show } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { cx } from "#client/ui/cx.ts";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { TextLink } from "#client/ui/text-link.tsx";
import { type HistoryOf, useHistoryHref } from "./address.ts";
import { useLatestChange } from "./latest-changes.ts";
import { texts } from "./texts.ts";

export interface HistoryLineProps {
  of: HistoryOf;
  /** Whether the line is below a card, and belongs to it. By default, it is inside one. */
  isBelowCard?: boolean;
}

/**
 * Says who changed a thing last, and links to its history: "Changed by Ada, 3 days ago · History". It is absent for
 * members who cannot read the audit log.
 */
export function HistoryLine(props: HistoryLineProps) {
  return (
    <Can permission="audit:read">
      <Line {...props} />
    </Can>
  );
}

function Line(props: HistoryLineProps) {
  const href = useHistoryHref();
  const latest = useLatestChange(() => props.of);
  return (
    <Show when={latest.isPending() || latest.change()}>
      <p
        class={cx(
          "min-h-4 text-xs text-muted",
          props.isBelowCard && "-mt-4 mb-6 px-1",
        )}
      >
        <Show when={latest.change()}>
          {(change) => (
            <>
              {sentence(change())}
              {" · "}
              <TextLink href={href(props.of)} noScroll>
                {texts().history}
              </TextLink>
            </>
          )}
        </Show>
      </p>
    </Show>
  );
}

function sentence({
  at,
  action,
  actor,
}: NonNullable<ReturnType<ReturnType<typeof useLatestChange>["change"]>>) {
  const when = <RelativeTime value={at} />;
  if (actor.name === null) return texts().changedBySystem(when);
  const by = <bdi>{actor.name}</bdi>;
  return /\.(create|createKey|add)$/.test(action)
    ? texts().created(by, when)
    : texts().changed(by, when);
}
