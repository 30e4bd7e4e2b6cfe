import ShieldCheck from "lucide-solid/icons/shield-check";
import { createMemo, Show } from "solid-js";
import { rowsOf } from "#client/lib/rows-of.ts";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { CopyButton } from "#client/ui/copy-button.tsx";
import { EmptyState } from "#client/ui/empty-state.tsx";
import { LoadMore } from "#client/ui/load-more.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { LackingTable } from "./lacking-table.tsx";
import type { Policy } from "./policy.ts";
import { texts } from "./texts.ts";

/** Lists the members without 2FA, with their addresses to copy. */
export function LackingMembers(props: { policy: Policy }) {
  const { slug } = useOrganization();
  const query = api.organizations.lackingTwoFactor.useInfiniteQuery(
    () => ({ org: slug() }),
    () => ({}),
  );
  const rows = createMemo(() => rowsOf(query));
  const isLockedOut = () => props.policy.isInForce;
  const meaning = () => {
    if (isLockedOut()) return texts().lacking.inForce;
    return props.policy.required ? texts().lacking.grace : texts().lacking.off;
  };
  return (
    <Loaded query={query} skeleton={<Skeleton rows={4} />}>
      {() => (
        <Show
          when={rows().length > 0}
          fallback={
            <EmptyState
              icon={<ShieldCheck size={18} />}
              title={texts().lacking.none}
            >
              {texts().lacking.noneText}
            </EmptyState>
          }
        >
          <Section
            title={texts().lacking.title}
            description={meaning()}
            flush
            actions={
              <CopyButton
                withLabel
                label={texts().lacking.copy(rows().length)}
                value={rows()
                  .map(({ email }) => email)
                  .join(", ")}
              />
            }
          >
            <LackingTable rows={rows()} isLockedOut={isLockedOut()} />
            <LoadMore query={query} />
          </Section>
        </Show>
      )}
    </Loaded>
  );
}
