import KeyRound from "lucide-solid/icons/key-round";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useOrganization } from "#sdk/solid.ts";
import { roleNameOf } from "#client/session/role-label.ts";
import { TransferAnswers } from "#client/features/admin-transfers/transfer-answers.tsx";
import { texts } from "#client/features/admin-transfers/texts.ts";

/** Shows a pending admin transfer to its recipient, above the pages of the organization. */
export function TransferNotice() {
  const { slug, user } = useOrganization();
  const pending = api.transfers.pending.useQuery(() => ({ org: slug() }));
  const offered = () => {
    const transfer = pending.isSuccess ? pending.data.transfer : null;
    return transfer?.to.id === user().id ? transfer : null;
  };
  return (
    <Show when={offered()}>
      {(transfer) => (
        <section
          aria-label={texts().answer.label}
          class="border-b border-accent-line bg-accent-soft text-accent-ink"
        >
          <div class="mx-auto flex max-w-6xl flex-wrap items-center gap-x-2.5 gap-y-2 px-4 py-2 text-sm sm:px-6">
            <KeyRound size={16} class="shrink-0 max-sm:hidden" />
            <p class="min-w-0 flex-1 basis-72 break-words">
              {texts().answer.offer(
                transfer().from.name,
                roleNameOf({
                  role: transfer().roleAfter,
                  roleName: transfer().roleAfterName,
                }),
                new Date(transfer().expiresAt),
              )}
            </p>
            <TransferAnswers />
          </div>
        </section>
      )}
    </Show>
  );
}
