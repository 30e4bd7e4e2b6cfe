import { Index, Show } from "solid-js";
import { Badge } from "#client/ui/badge.tsx";
import { cx } from "#client/ui/cx.ts";
import { formatDate } from "#client/lib/formats/time.ts";
import { texts } from "./texts.ts";
import { callsPerDay, type UsageOfKey } from "./usage.ts";

interface KeyRowProps {
  usage: UsageOfKey;
  /** The days that the bars show, one bar for each. */
  dates: readonly string[];
  /** The number of calls that the highest bar has, also of other keys. */
  most: number;
}

/** The calls with one key: its name and owner, a bar for each day, and the sums. */
export function KeyRow(props: KeyRowProps) {
  const name = () => props.usage.name ?? texts().deletedKey;
  return (
    <li class="grid items-center gap-x-6 gap-y-2 px-5 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_minmax(0,1.5fr)_7rem]">
      <div class="min-w-0">
        <p class="flex min-w-0 items-center gap-2">
          <span
            title={name()}
            class={cx(
              "truncate",
              props.usage.name === null ? "text-muted" : "font-medium",
            )}
          >
            {name()}
          </span>
          <Show when={props.usage.isRevoked && props.usage.name !== null}>
            <Badge>{texts().revoked}</Badge>
          </Show>
        </p>
        <Show when={props.usage.owner}>
          {(owner) => (
            <p title={ownerText(owner())} class="truncate text-muted">
              {ownerText(owner())}
            </p>
          )}
        </Show>
      </div>
      <Bars {...props} name={name()} />
      <p class="tabular-nums sm:text-right">
        {texts().calls(props.usage.calls)}
        <Show when={props.usage.refused > 0}>
          <span class="text-muted max-sm:ml-2 sm:block">
            {texts().refused(props.usage.refused)}
          </span>
        </Show>
      </p>
    </li>
  );
}

function ownerText({ kind, name }: NonNullable<UsageOfKey["owner"]>): string {
  return kind === "service" ? texts().serviceAccount(name) : name;
}

function Bars(props: KeyRowProps & { name: string }) {
  const counts = () => callsPerDay(props.usage, props.dates);
  const summary = () => {
    const most = Math.max(0, ...counts());
    const date = props.dates[counts().indexOf(most)];
    return most === 0 || date === undefined
      ? texts().noneCounted(props.name)
      : texts().perDay(props.name, most, formatDate(date));
  };
  return (
    <div
      role="img"
      aria-label={summary()}
      class="flex h-9 min-w-0 gap-px border-b border-line-strong"
    >
      <Index each={counts()}>
        {(count, index) => (
          <span
            title={texts().onDay(formatDate(props.dates[index] ?? ""), count())}
            class="flex h-full min-w-0 flex-1 items-end hover:bg-line"
          >
            <span
              class={cx(
                "w-full rounded-t-xs bg-chart-1",
                count() > 0 && "min-h-0.5",
              )}
              style={{ height: `${(count() / props.most) * 100}%` }}
            />
          </span>
        )}
      </Index>
    </div>
  );
}
