import { createUniqueId, Show } from "solid-js";
import { cx } from "./cx.ts";
import { texts } from "./texts.ts";
import { formatCount } from "#client/lib/formats/number.ts";

export interface MeterProps {
  label: string;
  used: number;
  /** The maximum of `used`; null if there is no limit. */
  limit: number | null;
  /** The part of `used` that is only reserved, drawn in a lighter colour. */
  reserved?: number;
  /** A text that explains the number. */
  detail?: string | undefined;
}

const NEAR = 0.8;

/** Shows how much of a limit is used, as text and as a bar. */
export function Meter(props: MeterProps) {
  const labelId = createUniqueId();
  const look = () => lookOf(props.used, props.limit);
  return (
    <div class="flex min-w-0 flex-col gap-1.5 text-sm">
      <div class="flex flex-wrap items-baseline justify-between gap-x-3">
        <span id={labelId} class="font-medium">
          {props.label}
        </span>
        <span class="tabular-nums">
          {formatCount(props.used)}
          <span class="text-muted">
            {props.limit === null
              ? texts().meter.noLimit
              : texts().meter.of(formatCount(props.limit))}
          </span>
        </span>
      </div>
      <Show when={props.limit !== null}>
        <div
          role="meter"
          aria-labelledby={labelId}
          aria-valuemin={0}
          aria-valuemax={props.limit ?? 0}
          aria-valuenow={Math.min(props.used, props.limit ?? 0)}
          aria-valuetext={texts().meter.used(
            formatCount(props.used),
            formatCount(props.limit ?? 0),
          )}
          class="flex h-1.5 overflow-hidden rounded-full bg-line"
        >
          <span
            class={look().bar}
            style={{ width: percent(unreserved(props), props.limit) }}
          />
          <span
            class={cx(look().bar, "opacity-45")}
            style={{ width: percent(props.reserved ?? 0, props.limit) }}
          />
        </div>
      </Show>
      <Show when={look().words || props.detail}>
        <p class="text-xs text-muted">
          <Show when={look().words}>
            {(words) => (
              <span class={cx("font-medium", look().ink)}>{words()}</span>
            )}
          </Show>
          <Show when={look().words && props.detail}> · </Show>
          {props.detail}
        </p>
      </Show>
    </div>
  );
}

function unreserved({ used, reserved = 0 }: MeterProps): number {
  return used - reserved;
}

function lookOf(used: number, limit: number | null) {
  if (limit === null || used < limit * NEAR)
    return { bar: "bg-accent", ink: "", words: "" };
  if (used > limit)
    return {
      bar: "bg-danger",
      ink: "text-danger-ink",
      words: texts().meter.over(formatCount(used - limit)),
    };
  const words = used === limit ? texts().meter.full : texts().meter.nearlyFull;
  return { bar: "bg-warning-ink", ink: "text-warning-ink", words };
}

function percent(part: number, limit: number | null): string {
  const share = limit ? Math.min(1, part / limit) : 1;
  return `${share * 100}%`;
}
