import { Router } from "@solidjs/router";
import { ErrorBoundary, type JSX, lazy, Suspense } from "solid-js";
import { ErrorPage } from "./layout/error-page.tsx";
import { PageLoading } from "./layout/page-loading.tsx";
import { RouteAnnouncer } from "./layout/route-announcer.tsx";
import { RouteProgress } from "./layout/route-progress.tsx";
import { routes } from "./routes.tsx";

// These come after something was done: they need not be in the first load.
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

/** The whole client: the frame that stays, around the page of the current address. */
export function App() {
  return <Router root={Frame}>{routes}</Router>;
}

function Frame(props: { children?: JSX.Element }) {
  return (
    <>
      <RouteAnnouncer />
      <RouteProgress />
      <ErrorBoundary
        // Loaded anew: a file that did not arrive is remembered as missing.
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
