import { Show } from "solid-js";
import { api } from "../api.ts";
import { Dialog } from "#client/ui/dialog.tsx";
import { DialogBody } from "#client/ui/dialog-parts.tsx";
import { LoadProblem } from "#client/ui/load-problem.tsx";
import { ReauthenticationForm } from "./reauthentication-form.tsx";
import { texts } from "./texts.ts";
import { pendingReauthentication } from "../reauthenticated.ts";

/** The dialog that asks the user to reauthenticate while an action of `reauthenticated` waits. */
export function ReauthenticationDialog() {
  const status = api.twoFactor.status.useQuery();
  const answer = (isDone: boolean) => pendingReauthentication()?.answer(isDone);
  return (
    // The dialog opens after its content is loaded, so that the focus moves into the content.
    <Show when={!status.isPending}>
      <Dialog
        open
        onClose={() => answer(false)}
        title={texts().title}
        description={texts().text}
        size="sm"
        isOnTop
      >
        <Show
          when={status.data}
          fallback={
            <DialogBody>
              <LoadProblem query={status} />
            </DialogBody>
          }
        >
          {(methods) => (
            <ReauthenticationForm methods={methods()} onDone={answer} />
          )}
        </Show>
      </Dialog>
    </Show>
  );
}
