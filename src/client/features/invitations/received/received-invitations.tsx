import { For, type JSX, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { LoadProblem } from "#client/ui/load-problem.tsx";
import { Section } from "#client/ui/section.tsx";
import { ReceivedInvitation } from "./received-invitation.tsx";

/** Lists the pending invitations to the user's address, with buttons to accept or decline. */
export function ReceivedInvitations(props: {
  title: string;
  /** Shown if the user has no pending invitations. */
  empty?: JSX.Element;
}) {
  const received = api.invitations.received.useQuery();
  return (
    <>
      <Show when={received.isError && !received.isSuccess}>
        <div class="mb-6">
          <LoadProblem query={received} />
        </div>
      </Show>
      <Show when={received.isSuccess}>
        <Show when={received.data?.items.length} fallback={props.empty}>
          <Section title={props.title} flush>
            <ul class="divide-y divide-line">
              <For each={received.data?.items}>
                {(invitation) => <ReceivedInvitation invitation={invitation} />}
              </For>
            </ul>
          </Section>
        </Show>
      </Show>
    </>
  );
}
