import { createSignal, For, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { Button } from "#client/ui/button.tsx";
import { Loaded } from "#client/ui/loaded.tsx";
import { Section } from "#client/ui/section.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { OrganizationOutcomeRow } from "./organization-outcome.tsx";
import { texts } from "./texts.ts";

/** Lists what the deletion of the account would do to each organization, and lets the user delete the account. */
export function DeleteSection(props: { email: string }) {
  const preview = api.account.deletion.useQuery(
    () => ({}),
    // Always refetch on focus: other members may have joined, left or changed roles since the last fetch.
    () => ({ refetchOnWindowFocus: "always" as const, staleTime: 0 }),
  );
  const [isConfirming, setConfirming] = createSignal(false);
  const blocked = () =>
    preview.isSuccess && !preview.data.canDelete
      ? texts().deletion.blocked
      : undefined;
  const ask = async () => {
    const { data } = await preview.refetch();
    if (data?.canDelete) setConfirming(true);
  };
  return (
    <>
      <Section
        title={texts().deletion.title}
        description={texts().deletion.text}
        tone="danger"
        flush
        footer={
          <>
            <span>{blocked() ?? texts().deletion.hint}</span>
            <Button variant="danger" blocked={blocked()} onClick={ask}>
              {texts().deletion.action}
            </Button>
          </>
        }
      >
        <Loaded query={preview} skeleton={<Skeleton rows={2} />}>
          {(found) => (
            <Show
              when={found().organizations.length > 0}
              fallback={
                <p class="px-5 py-3 text-sm text-muted">
                  {texts().deletion.none}
                </p>
              }
            >
              <ul
                aria-label={texts().deletion.organizations}
                class="divide-y divide-line"
              >
                <For each={found().organizations}>
                  {(outcome) => <OrganizationOutcomeRow outcome={outcome} />}
                </For>
              </ul>
            </Show>
          )}
        </Loaded>
      </Section>
      <DeleteDialog
        open={isConfirming()}
        onClose={() => setConfirming(false)}
        email={props.email}
        outcomes={preview.isSuccess ? preview.data.organizations : []}
      />
    </>
  );
}
