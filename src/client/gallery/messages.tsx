import { Button } from "#client/ui/button.tsx";
import { Callout } from "#client/ui/callout.tsx";
import { Skeleton } from "#client/ui/skeleton.tsx";

export function Messages() {
  return (
    <div class="mt-6 flex flex-col gap-4">
      <Callout>Invitations are valid for 7 days.</Callout>
      <Callout tone="success" title="Payment received">
        Your plan is active until 23 December.
      </Callout>
      <Callout
        tone="warning"
        title="4 of 5 seats in use"
        action={<Button size="sm">Compare plans</Button>}
      >
        Pending invitations count as seats.
      </Callout>
      <Callout tone="danger" title="The last payment failed">
        Update the card by 30 November, or members become read-only.
      </Callout>
      <Skeleton kind="cards" rows={4} />
      <Skeleton rows={3} />
      <Skeleton kind="text" rows={3} />
    </div>
  );
}
