import { createSignal, lazy, Show } from "solid-js";
import { type Limit, onLimitReached } from "#client/session/plan-limit.ts";

const LimitReached = lazy(() => import("./limit-message.tsx"));

/** Opens after any request that exceeded a limit of the plan. */
export function LimitDialog() {
  const [met, setMet] = createSignal<Limit>();
  const [isOpen, setOpen] = createSignal(false);
  onLimitReached((limit) => {
    setMet(limit);
    setOpen(true);
  });
  return (
    <Show when={met()}>
      {(limit) => (
        <LimitReached
          limit={limit()}
          open={isOpen()}
          onClose={() => setOpen(false)}
        />
      )}
    </Show>
  );
}
