import CircleCheck from "lucide-solid/icons/circle-check";
import { For, Show } from "solid-js";
import type { Invited } from "./invited.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { texts } from "./texts.ts";

interface NotInvited {
  email: string;
  why: string;
}

/** Who was invited, and who was skipped and why. */
export function InviteResult(props: { invited: Invited; onClose: () => void }) {
  const sent = () => props.invited.sent.filter(({ isSent }) => isSent);
  const others = (): NotInvited[] => [
    ...props.invited.skipped.map(({ email, reason }) => ({
      email,
      why: texts().inviteResult.skipped[reason],
    })),
    ...props.invited.sent
      .filter(({ isSent }) => !isSent)
      .map(({ email }) => ({ email, why: texts().inviteResult.notSent })),
  ];
  return (
    <>
      <DialogBody>
        <div role="status" class="flex flex-col gap-4 text-sm">
          <Show when={sent().length > 0}>
            <p class="flex items-center gap-2 text-success-ink">
              <CircleCheck size={16} class="shrink-0" />
              {texts().inviteResult.invitationsSent(sent().length)}
            </p>
          </Show>
          <ul class="divide-y divide-line rounded-lg border border-line">
            <For each={others()}>
              {({ email, why }) => (
                <li class="px-3 py-2">
                  <bdi class="block font-medium break-all">{email}</bdi>
                  <span class="text-muted">{why}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </DialogBody>
      <DialogActions>
        <Button variant="primary" onClick={props.onClose}>
          {texts().inviteResult.done}
        </Button>
      </DialogActions>
    </>
  );
}
