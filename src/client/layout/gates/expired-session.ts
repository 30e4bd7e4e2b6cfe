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
  /** Who was signed in, as long as their session is over and what they typed waits for them. */
  held: Accessor<AuthContext | undefined>;
  giveUp(): void;
  /** Whether this page knew its reader before. */
  wasSignedIn: Accessor<boolean>;
}

/**
 * Keeps a page in which something is being typed when the session of its reader ends, until they are signed in again;
 * not when they, or somebody else at this browser, signed out in another tab.
 */
export function createExpiredSession(
  context: Accessor<ReturnType<typeof useAuthContext>>,
): ExpiredSession {
  const [isGivenUp, setGivenUp] = createSignal(false);
  let isToldElsewhere = false;

  // Kept apart, since what was read cannot be read any more once reading it anew was refused.
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
    // What is shown was read as somebody who may be gone: it is dropped and read again.
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

/** Whether something that was sent came too late for the session. */
function wasRefused(): boolean {
  return api.queryClient
    .getMutationCache()
    .getAll()
    .some(({ state }) => reasonOf(state.error) === "SIGNED_OUT");
}
