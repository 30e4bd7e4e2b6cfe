import { Show } from "solid-js";
import { ConfirmDialog } from "#client/ui/confirm-dialog.tsx";
import { formatDay } from "#client/lib/formats/time.ts";
import { ChangePreview } from "./plans/change-preview.tsx";
import { isPaymentOverdue, type Subscription } from "./subscription.ts";
import { texts } from "./texts.ts";
import { useBilling } from "./use-billing.ts";

/** Explains what a cancellation of the subscription changes, and asks for confirmation. */
export function CancelDialog(props: {
  subscription: Subscription;
  open: boolean;
  onClose: () => void;
}) {
  const { cancel } = useBilling();
  return (
    <ConfirmDialog
      open={props.open}
      onClose={props.onClose}
      title={texts().cancel.title(props.subscription.plan)}
      confirmLabel={texts().cancel.confirm}
      tone="danger"
      onConfirm={cancel}
    >
      <div class="flex flex-col gap-3">
        <p>{until(props.subscription)}</p>
        <Show when={props.open}>
          <ChangePreview choice={{ plan: "free" }} />
        </Show>
      </div>
    </ConfirmDialog>
  );
}

function until(subscription: Subscription): string {
  const { status, trialEndsAt, periodEndsAt } = subscription;
  const ends = status === "trialing" ? trialEndsAt : periodEndsAt;
  if (ends === null || isPaymentOverdue({ subscription }))
    return texts().cancel.overdue;
  const day = formatDay(new Date(ends));
  return status === "trialing"
    ? texts().cancel.trialUntil(day)
    : texts().cancel.keepsUntil(day);
}
