import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  on,
  untrack,
} from "solid-js";
import { reasonOf } from "#sdk/solid";
import { api } from "#client/session/api";
import type { AuthContext, useAuthContext } from "#client/session/session.ts";
import { onUserChangeInOtherTab } from "#client/session/user-changes.ts";
import { hasTouchedForm } from "#client/ui/touched-forms.ts";

export interface ExpiredSession {
  /** The context of the expired session, while the page has unsaved input of its user. */
  held: Accessor<AuthContext | undefined>;
  giveUp(): void;
  /** Whether this page had a signed-in user before. */
  wasSignedIn: Accessor<boolean>;
}

/**
 * Keeps a page with unsaved input when its session expires, until the same user is signed in again. Does not keep it
 * after a sign-out in another tab.
 */
export function createExpiredSession(
  context: Accessor<ReturnType<typeof useAuthContext>>,
): ExpiredSession {
  const [isGivenUp, setGivenUp] = createSignal(false);
  let isToldElsewhere = false;

  // Kept separately, because the data is gone once a refetch was refused.
  const last = createMemo<AuthContext | undefined>((before) =>
    context().isSuccess ? context().data : before,
  );
  const userId = createMemo(() => last()?.user.id);
  const held = createMemo<AuthContext | undefined>((before) => {
    if (reasonOf(context().error) !== "SIGNED_OUT" || isGivenUp()) return;
    if (before) return before;
    if (isToldElsewhere || !hasTouchedForm(wasRefused())) return;
    return untrack(last);
  });

  onUserChangeInOtherTab(() => {
    if (held()) return void context().refetch();
    // The data may belong to the former user.
    isToldElsewhere = true;
    void api.queryClient.resetQueries();
  });
  createEffect(
    on(
      () => context().dataUpdatedAt,
      () => (isToldElsewhere = false),
    ),
  );
  createEffect(
    on(userId, (now, before) => {
      if (before && now) void api.queryClient.resetQueries();
    }),
  );
  createEffect(
    on(held, (now, before) => {
      if (before && !now && !isGivenUp())
        void api.queryClient.invalidateQueries();
    }),
  );

  return {
    held,
    giveUp: () => setGivenUp(true),
    wasSignedIn: () => userId() !== undefined,
  };
}

/** Whether a mutation failed because the session had expired. */
function wasRefused(): boolean {
  return api.queryClient
    .getMutationCache()
    .getAll()
    .some(({ state }) => reasonOf(state.error) === "SIGNED_OUT");
}
