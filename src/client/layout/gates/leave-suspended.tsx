import { useNavigate, useParams } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { api } from "#client/session/api.ts";
import { useAuthContext } from "#client/session/session.ts";
import { Button } from "#client/ui/button.tsx";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { toast } from "#client/ui/toast.ts";
import { texts } from "./texts.ts";

/** Lets a suspended member leave the organization. */
export function LeaveSuspended(props: { name: string | undefined }) {
  const params = useParams();
  const navigate = useNavigate();
  const context = useAuthContext(() => undefined);
  const [isOpen, setOpen] = createSignal(false);
  const remove = api.members.remove.useMutation(() => ({
    meta: { showsErrors: true },
  }));
  const leave = async (org: string, userId: string) => {
    await remove.mutateAsync({ org, userId });
    navigate("/organizations", { replace: true });
    toast.success(texts().leaveSuspended.youLeft(props.name));
  };
  const ownId = () => (context.isSuccess ? context.data.user.id : undefined);
  return (
    <Show when={ownId()}>
      {(userId) => (
        <>
          <Button variant="danger-quiet" onClick={() => setOpen(true)}>
            {texts().leaveSuspended.leave}
          </Button>
          <ConfirmDialog
            open={isOpen()}
            onClose={() => setOpen(false)}
            title={texts().leaveSuspended.title(props.name)}
            confirmLabel={texts().leaveSuspended.leaveNow}
            tone="danger"
            onConfirm={() => leave(params.slug ?? "", userId())}
          >
            {texts().leaveSuspended.text}
          </ConfirmDialog>
        </>
      )}
    </Show>
  );
}
