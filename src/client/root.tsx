import { Router } from "@solidjs/router";
import { ErrorBoundary, type JSX, lazy, Suspense } from "solid-js";
import { ErrorPage } from "./layout/error-page.tsx";
import { PageLoading } from "./layout/page-loading.tsx";
import { RouteAnnouncer } from "./layout/route-announcer.tsx";
import { RouteProgress } from "./layout/route-progress.tsx";
import { routes } from "./routes.tsx";

// Not in the first load: both appear only after an action.
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

/** The whole client: the frame that stays, with the page of the current URL. */
export function App() {
  return <Router root={Frame}>{routes}</Router>;
}

function Frame(props: { children?: JSX.Element }) {
  return (
    <>
      <RouteAnnouncer />
      <RouteProgress />
      <ErrorBoundary
        // Reloads the page, because the browser remembers a module that failed to load.
        fallback={<ErrorPage onRetry={() => location.reload()} />}
      >
        <Suspense fallback={<PageLoading />}>{props.children}</Suspense>
      </ErrorBoundary>
      <Suspense>
        <ToastRegion />
        <ReauthenticationDialog />
      </Suspense>
    </>
  );
}
