import { createSignal, Show } from "solid-js";
import { Can } from "#sdk/solid.ts";
import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import type { Billing } from "../subscription.ts";
import { texts } from "../texts.ts";
import { SeatsDialog } from "./seats-dialog.tsx";

/**
 * Shown if the plan has fewer seats than the organization has members. Lets admins choose which members keep a seat.
 */
export function SeatsSection(props: { billing: Billing }) {
  const [isChoosing, setChoosing] = createSignal(false);
  const seats = () => props.billing.usage.seats;
  // Keep the dialog open if a seat becomes free while the user chooses.
  const isShort = () =>
    seats().limit !== null && (seats().frozen > 0 || isChoosing());
  return (
    <Show when={isShort()}>
      <Callout
        tone="warning"
        title={texts().seats.title}
        class="mb-6"
        action={
          <Can permission="billing:manage">
            <Button size="sm" onClick={() => setChoosing(true)}>
              {texts().seats.choose}
            </Button>
          </Can>
        }
      >
        {texts().seats.text(seats().frozen, seats().limit ?? 0)}
      </Callout>
      <SeatsDialog
        seats={seats().limit ?? 0}
        open={isChoosing()}
        onClose={() => setChoosing(false)}
      />
    </Show>
  );
}
