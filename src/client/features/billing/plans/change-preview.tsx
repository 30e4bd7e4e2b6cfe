import { keepPreviousData } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { Interval, Plan } from "#shared/plans.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#client/session/organization.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { cx } from "#client/ui/cx.ts";
import type { Preview } from "../subscription.ts";
import { texts } from "../texts.ts";

const NAMED = 5;

export interface PlanChoice {
  plan: Plan;
  interval?: Interval;
  seats?: number;
}

/** What would come of a change: its price, and who and what could only be read. */
export function ChangePreview(props: {
  wish: PlanChoice;
  /** What the price is called. */
  total?: string;
}) {
  const { slug } = useOrganization();
  const preview = api.billing.preview.useQuery(
    () => ({ org: slug(), ...props.wish }),
    () => ({ placeholderData: keepPreviousData }),
  );
  return (
    <div
      aria-live="polite"
      aria-busy={preview.isPlaceholderData}
      class={cx(
        "flex flex-col gap-3 text-sm transition-opacity",
        preview.isPlaceholderData && "opacity-60",
      )}
    >
      <Loaded query={preview} skeleton={<Skeleton kind="text" rows={2} />}>
        {(found) => (
          <>
            <Show when={found().price}>
              {(price) => (
                <p class="flex flex-wrap items-baseline justify-between gap-x-4 border-t border-line pt-3">
                  <span class="text-muted">
                    {props.total ?? texts().choose.total}
                  </span>
                  <span class="text-lg font-semibold tabular-nums">
                    {texts().choose.amount(
                      price(),
                      found().currency,
                      props.wish.interval ?? "month",
                    )}
                  </span>
                </p>
              )}
            </Show>
            <Losses preview={found()} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Losses(props: { preview: Preview }) {
  const members = () => props.preview.frozenMembers;
  const shortened = () => props.preview.auditShortened;
  const isHarmless = () =>
    shortened() === null &&
    members().count +
      props.preview.frozenProjects +
      props.preview.rolesBeyond ===
      0;
  return (
    <Show
      when={!isHarmless()}
      fallback={<p class="text-muted">{texts().preview.nothing}</p>}
    >
      <div class="rounded-lg border border-warning-line bg-warning-soft px-3.5 py-3 text-ink">
        <p class="font-medium">{texts().preview.lead}</p>
        <ul class="mt-1 flex list-disc flex-col gap-1 pl-4.5">
          <Show when={members().count > 0}>
            <li>
              {texts().preview.members(members().count)}
              <Names of={members()} />
            </li>
          </Show>
          <Show when={props.preview.frozenProjects > 0}>
            <li>{texts().preview.projects(props.preview.frozenProjects)}</li>
          </Show>
          <Show when={props.preview.rolesBeyond > 0}>
            <li>{texts().preview.roles(props.preview.rolesBeyond)}</li>
          </Show>
          <Show when={shortened()}>
            {(next) => (
              <li>
                {texts().preview.auditLog(next().days, new Date(next().from))}
              </li>
            )}
          </Show>
        </ul>
        <Show when={members().count > 0}>
          <p class="mt-1.5 text-muted">{texts().preview.choice}</p>
        </Show>
      </div>
    </Show>
  );
}

function Names(props: { of: Preview["frozenMembers"] }) {
  const named = () => props.of.first.slice(0, NAMED);
  const others = () => props.of.count - named().length;
  return (
    <ul class="mt-0.5 flex flex-col gap-0.5 text-muted">
      <For each={named()}>
        {({ name, email }) => (
          <li class="break-words">
            <bdi class="text-ink">{name}</bdi>, <bdi>{email}</bdi>
          </li>
        )}
      </For>
      <Show when={others() > 0}>
        <li>{texts().preview.more(others())}</li>
      </Show>
    </ul>
  );
}
