import { createSignal, lazy, Show } from "solid-js";
import { type Limit, onLimitReached } from "#client/session/plan-limit.ts";

const LimitMessage = lazy(() => import("./limit-message.tsx"));

/** Opens a dialog after any request that the server refused because of a limit of the plan. */
export function LimitDialog() {
  const [reached, setReached] = createSignal<Limit>();
  const [isOpen, setOpen] = createSignal(false);
  onLimitReached((limit) => {
    setReached(limit);
    setOpen(true);
  });
  return (
    <Show when={reached()}>
      {(limit) => (
        <LimitMessage
          limit={limit()}
          open={isOpen()}
          onClose={() => setOpen(false)}
        />
      )}
    </Show>
  );
}
