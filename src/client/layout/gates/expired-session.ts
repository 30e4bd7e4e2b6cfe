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
import type { AuthContext } from "#client/session/session.ts";
import type { useAuthContext } from "#client/session/session.ts";
import { onUserChangeInOtherTab } from "#client/session/user-changes.ts";
import { hasTouchedForm } from "#client/ui/touched-forms.ts";

export interface ExpiredSession {
  /** The auth context of the expired session, while the page has unsaved input of its user. */
  expired: Accessor<AuthContext | undefined>;
  discard(): void;
  /** Whether a user was signed in since the page was loaded. */
  wasSignedIn: Accessor<boolean>;
}

/**
 * Keeps a page with unsaved input when its session expires, until the same user is signed in again. The page is not
 * kept after a sign-out in another tab.
 */
export function createExpiredSession(
  context: Accessor<ReturnType<typeof useAuthContext>>,
): ExpiredSession {
  const [isDiscarded, setDiscarded] = createSignal(false);
  let changedElsewhere = false;

  // The last auth context is kept here, because the query loses its data when the server refuses a refetch.
  const last = createMemo<AuthContext | undefined>((before) =>
    context().isSuccess ? context().data : before,
  );
  const userId = createMemo(() => last()?.user.id);
  const expired = createMemo<AuthContext | undefined>((before) => {
    if (reasonOf(context().error) !== "SIGNED_OUT" || isDiscarded()) return;
    if (before) return before;
    if (changedElsewhere || !hasTouchedForm(wasRefused())) return;
    return untrack(last);
  });

  onUserChangeInOtherTab(() => {
    if (expired()) return void context().refetch();
    // After a change in another tab, the loaded data may belong to the former user.
    changedElsewhere = true;
    void api.queryClient.resetQueries();
  });
  createEffect(
    on(
      () => context().dataUpdatedAt,
      () => (changedElsewhere = false),
    ),
  );
  createEffect(
    on(userId, (now, before) => {
      if (before && now) void api.queryClient.resetQueries();
    }),
  );
  createEffect(
    on(expired, (now, before) => {
      if (before && !now && !isDiscarded())
        void api.queryClient.invalidateQueries();
    }),
  );

  return {
    expired,
    discard: () => setDiscarded(true),
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
