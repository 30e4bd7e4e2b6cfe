import { keepPreviousData } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import type { Interval, Plan } from "#shared/plans.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { Loaded } from "#client/ui/loaded.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { cx } from "#client/ui/cx.ts";
import type { Preview } from "../subscription.ts";
import { texts } from "../texts.ts";

const MAX_NAMES = 5;

export interface PlanChoice {
  plan: Plan;
  interval?: Interval;
  seats?: number;
}

/** Shows the price and the impact of a plan change. */
export function ChangePreview(props: {
  choice: PlanChoice;
  /** The label in front of the total price. */
  total?: string;
}) {
  const { slug } = useOrganization();
  const preview = api.billing.preview.useQuery(
    () => ({ org: slug(), ...props.choice }),
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
                      props.choice.interval ?? "month",
                    )}
                  </span>
                </p>
              )}
            </Show>
            <ImpactList preview={found()} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function ImpactList(props: { preview: Preview }) {
  const members = () => props.preview.frozenMembers;
  const shorterLog = () => props.preview.auditShortened;
  const hasNoImpact = () =>
    shorterLog() === null &&
    members().count +
      props.preview.invitationsBeyond +
      props.preview.frozenProjects +
      props.preview.rolesBeyond +
      props.preview.serviceAccountsBeyond ===
      0;
  return (
    <Show
      when={!hasNoImpact()}
      fallback={<p class="text-muted">{texts().preview.noImpact}</p>}
    >
      <div class="rounded-lg border border-warning-line bg-warning-soft px-3.5 py-3 text-ink">
        <p class="font-medium">{texts().preview.lead}</p>
        <ul class="mt-1 flex list-disc flex-col gap-1 pl-4.5">
          <Show when={members().count > 0}>
            <li>
              {texts().preview.members(members().count)}
              <Names members={members()} />
            </li>
          </Show>
          <Show when={props.preview.invitationsBeyond > 0}>
            <li>
              {texts().preview.invitations(props.preview.invitationsBeyond)}
            </li>
          </Show>
          <Show when={props.preview.frozenProjects > 0}>
            <li>{texts().preview.projects(props.preview.frozenProjects)}</li>
          </Show>
          <Show when={props.preview.rolesBeyond > 0}>
            <li>{texts().preview.roles(props.preview.rolesBeyond)}</li>
          </Show>
          <Show when={props.preview.serviceAccountsBeyond > 0}>
            <li>
              {texts().preview.serviceAccounts(
                props.preview.serviceAccountsBeyond,
              )}
            </li>
          </Show>
          <Show when={shorterLog()}>
            {(next) => (
              <li>
                {texts().preview.auditLog(next().days, new Date(next().from))}
              </li>
            )}
          </Show>
        </ul>
        <Show when={members().count > 0}>
          <p class="mt-1.5 text-muted">{texts().preview.assignLater}</p>
        </Show>
      </div>
    </Show>
  );
}

function Names(props: { members: Preview["frozenMembers"] }) {
  const named = () => props.members.first.slice(0, MAX_NAMES);
  const others = () => props.members.count - named().length;
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
