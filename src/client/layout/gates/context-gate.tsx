import { Navigate, useLocation } from "@solidjs/router";
import {
  type Accessor,
  type JSX,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from "solid-js";
import type { Reason } from "#sdk/errors";
import { reasonOf, type TenantryError } from "#sdk/solid";
import { view } from "#client/session/view-as-role.ts";
import { problemOf } from "#client/lib/problem.ts";
import { ErrorPage } from "../error-page.tsx";
import { MainLandmark } from "../main-landmark.tsx";
import {
  type AuthContext,
  signInPath,
  type useAuthContext,
} from "#client/session/session.ts";
import { createExpiredSession } from "./expired-session.ts";

const SessionEnded = lazy(() => import("./session-ended.tsx"));

export interface ContextGateProps {
  context: ReturnType<typeof useAuthContext>;
  /** Rendered instead of the organization's pages if the user has no access to the organization. */
  missing?: (error: TenantryError) => JSX.Element;
  children: (context: Accessor<AuthContext>) => JSX.Element;
}

const MISSING = new Set<Reason | undefined>([
  "ORGANIZATION_NOT_FOUND",
  "SLUG_RETIRED",
  "MEMBERSHIP_SUSPENDED",
]);

/** The reasons for which the server refuses the context of a view as a role. */
const ENDS_VIEW = new Set<Reason | undefined>([
  "NOT_FOUND",
  "PERMISSION_DENIED",
  "MEMBERSHIP_FROZEN",
]);

/** Whether the server refused the context because the role of the view, or the permission to view as it, is gone. */
export function isEndOfView(error: unknown): boolean {
  return view !== undefined && ENDS_VIEW.has(reasonOf(error));
}

/**
 * Shows its children to a signed-in user, and sends other visitors to the sign-in page and back. If the session
 * expires while a form has unsaved input, a dialog above the form asks the user to sign in again.
 */
export function ContextGate(props: ContextGateProps) {
  const location = useLocation();
  const currentPath = () => location.pathname + location.search;
  const refusal = () => reasonOf(props.context.error);
  const { expired, discard, wasSignedIn } = createExpiredSession(
    () => props.context,
  );
  const shown = () => expired() ?? props.context.data;
  return (
    <Switch
      fallback={
        // Keyed by the user's id, so that the state of a page does not pass from one user to another.
        <Show when={shown()?.user.id} keyed>
          <div class={expired() ? "contents invisible" : "contents"}>
            <Show when={shown()}>{props.children}</Show>
          </div>
          <Show when={expired()}>
            {(user) => (
              <Suspense>
                <SessionEnded
                  email={user().user.email}
                  signInHref={signInPath(location.pathname)}
                  onLeave={discard}
                />
              </Suspense>
            )}
          </Show>
        </Show>
      }
    >
      <Match when={refusal() === "SIGNED_OUT" && !expired()}>
        <Navigate
          href={signInPath(currentPath())}
          state={{ wasSignedIn: wasSignedIn() }}
        />
      </Match>
      <Match
        when={
          (MISSING.has(refusal()) || isEndOfView(props.context.error)) &&
          props.missing &&
          props.context.error
        }
      >
        {(error) => props.missing?.(error())}
      </Match>
      <Match when={!shown() && props.context.error}>
        {(error) => (
          <MainLandmark>
            <ErrorPage
              message={error().data ? problemOf(error()).message : undefined}
              requestId={error().data?.requestId}
              onRetry={() => props.context.refetch()}
            />
          </MainLandmark>
        )}
      </Match>
    </Switch>
  );
}
