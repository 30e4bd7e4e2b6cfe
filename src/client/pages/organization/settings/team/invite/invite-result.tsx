import CircleCheck from "lucide-solid/icons/circle-check";
import { For, Show } from "solid-js";
import type { Invited } from "./invited.ts";
import { Button } from "../../../../../ui/button.tsx";
import { DialogActions, DialogBody } from "../../../../../ui/dialog-parts.tsx";
import { TEXTS } from "./texts.ts";

type Reason = Invited["skipped"][number]["reason"];

const REASONS: Record<Reason, string> = {
  ALREADY_MEMBER: "is a member already",
  ALREADY_INVITED: "has an open invitation: send it again from the list",
  INVALID_EMAIL: "is not an email address",
};

/** Who was invited, and who was not and why. */
export function InviteResult(props: { invited: Invited; onClose: () => void }) {
  return (
    <>
      <DialogBody>
        <div role="status" class="flex flex-col gap-4 text-sm">
          <Show when={props.invited.sent.length > 0}>
            <p class="flex items-center gap-2 text-success-ink">
              <CircleCheck size={16} class="shrink-0" />
              {props.invited.sent.length === 1
                ? "1 invitation sent"
                : TEXTS.inviteResult.invitationsSent(props.invited.sent.length)}
            </p>
          </Show>
          <ul class="divide-y divide-line rounded-lg border border-line">
            <For each={props.invited.skipped}>
              {({ email, reason }) => (
                <li class="px-3 py-2">
                  <bdi class="block font-medium break-all">{email}</bdi>
                  <span class="text-muted">{REASONS[reason]}</span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </DialogBody>
      <DialogActions>
        <Button variant="primary" onClick={props.onClose}>
          {TEXTS.inviteResult.done}
        </Button>
      </DialogActions>
    </>
  );
}
