import { useNavigate } from "@solidjs/router";
import { Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { reauthenticated } from "#client/session/reauthenticated.ts";
import { storeSignInHint } from "#client/session/sign-in-hint.ts";
import { announceUserChange } from "#client/session/user-changes.ts";
import { forgetProjects } from "#client/session/recent-projects.ts";
import { forgetVisits } from "#client/session/visits.ts";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import type { OrganizationOutcome } from "./organization-outcome.tsx";
import { texts } from "./texts.ts";
import { formatList } from "#client/lib/formats/number.ts";

/** Deletes the account after the user has typed their email address and reauthenticated. */
export function DeleteDialog(props: {
  open: boolean;
  onClose: () => void;
  email: string;
  outcomes: readonly OrganizationOutcome[];
}) {
  const navigate = useNavigate();
  const remove = api.account.delete.useMutation(() => ({
    meta: { showsErrors: true },
    onError: () => api.account.deletion.invalidate(),
  }));
  const namesOf = (consequence: OrganizationOutcome["consequence"]) =>
    formatList(
      props.outcomes
        .filter((outcome) => outcome.consequence === consequence)
        .map(({ organization }) => organization.name),
    );
  const confirm = async () => {
    const { email } = props;
    await reauthenticated(() => remove.mutateAsync({ confirm: email }));
    forgetVisits();
    forgetProjects();
    storeSignInHint(false);
    announceUserChange();
    navigate("/goodbye", { replace: true });
  };
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().deletion.confirmTitle}
      confirmLabel={texts().deletion.confirm}
      tone="danger"
      typeToConfirm={props.email}
      onConfirm={confirm}
    >
      <div class="flex flex-col gap-2 break-words">
        <Show when={namesOf("leave")}>
          {(names) => <p>{texts().deletion.left(names())}</p>}
        </Show>
        <Show when={namesOf("deleted")}>
          {(names) => (
            <p class="font-medium text-ink">{texts().deletion.gone(names())}</p>
          )}
        </Show>
        <p>{texts().deletion.irreversible}</p>
      </div>
    </ConfirmDialog>
  );
}
