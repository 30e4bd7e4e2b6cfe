import { Router, useLocation } from "@solidjs/router";
import {
  createEffect,
  ErrorBoundary,
  type JSX,
  lazy,
  Show,
  Suspense,
} from "solid-js";
import { ErrorPage } from "./layout/error-page.tsx";
import { PageLoading } from "./layout/page-loading.tsx";
import { RouteAnnouncer } from "./layout/route-announcer.tsx";
import { RouteProgress } from "./layout/route-progress.tsx";
import { routes } from "./routes.tsx";
import { pendingReauthentication } from "./session/reauthenticated.ts";
import { leaveViewOn } from "./session/view-as-role.ts";

// Toasts and the reauthentication dialog are not part of the first load: both appear only after an action.
const ToastRegion = lazy(() =>
  import("./ui/toast-region.tsx").then((module) => ({
    default: module.ToastRegion,
  })),
);
const ReauthenticationDialog = lazy(() =>
  import("./session/reauthentication/reauthentication-dialog.tsx").then(
    (module) => ({
      default: module.ReauthenticationDialog,
    }),
  ),
);

/** The whole client: a frame that stays, and the page of the current URL inside it. */
export function App() {
  return (
    <Router root={Frame} scrollRestoration>
      {routes}
    </Router>
  );
}

function Frame(props: { children?: JSX.Element }) {
  const route = useLocation();
  createEffect(() => leaveViewOn(route.pathname, route.search));
  return (
    <>
      <RouteAnnouncer />
      <RouteProgress />
      <ErrorBoundary
        // Retrying reloads the page, because the browser remembers that a module failed to load.
        fallback={<ErrorPage onRetry={() => location.reload()} />}
      >
        <Suspense fallback={<PageLoading />}>{props.children}</Suspense>
      </ErrorBoundary>
      <Suspense>
        <ToastRegion />
      </Suspense>
      <Suspense>
        {/* Created when it opens, because a dialog that opened earlier hides existing elements from screen readers. */}
        <Show when={pendingReauthentication()}>
          <ReauthenticationDialog />
        </Show>
      </Suspense>
    </>
  );
}
