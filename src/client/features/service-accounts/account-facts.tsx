import { type JSX, Show } from "solid-js";
import { roleNameOf } from "#client/session/role-label.ts";
import { CopyableId } from "#client/ui/copyable-id.tsx";
import { RelativeTime } from "#client/ui/relative-time.tsx";
import { Section } from "#client/ui/section.tsx";
import type { ServiceAccount } from "./service-account.ts";
import { texts } from "./texts.ts";

/** The role, the steward, the age and the id of a service account. */
export function AccountFacts(props: { account: ServiceAccount }) {
  return (
    <Section title={texts().page.about} flush>
      <dl class="divide-y divide-line text-sm">
        <Fact label={texts().table.role}>{roleNameOf(props.account)}</Fact>
        <Fact label={texts().table.steward}>
          <Show
            when={props.account.steward}
            fallback={texts().badges.noSteward}
          >
            {(steward) => (
              <>
                <bdi>{steward().name}</bdi>{" "}
                <bdi class="text-muted">{steward().email}</bdi>
              </>
            )}
          </Show>
        </Fact>
        <Fact label={texts().page.created}>
          <RelativeTime value={props.account.createdAt} />
        </Fact>
        <Fact label={texts().page.id}>
          <CopyableId id={props.account.id} copyLabel={texts().page.copyId} />
        </Fact>
      </dl>
    </Section>
  );
}

function Fact(props: { label: string; children: JSX.Element }) {
  return (
    <div class="flex flex-col gap-x-4 px-5 py-2.5 sm:flex-row">
      <dt class="w-36 shrink-0 text-muted">{props.label}</dt>
      <dd class="min-w-0 break-words">{props.children}</dd>
    </div>
  );
}
