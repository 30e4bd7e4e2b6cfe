import { For } from "solid-js";
import type { Invited } from "./invited.ts";
import { Button } from "#client/ui/button.tsx";
import { DialogActions, DialogBody } from "#client/ui/dialog-parts.tsx";
import { texts } from "./texts.ts";

interface Skipped {
  email: string;
  why: string;
}

/** Lists the addresses that were not invited and why. */
export function InviteResult(props: { invited: Invited; onClose: () => void }) {
  const others = (): Skipped[] => [
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
        <div role="status" class="text-sm">
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
