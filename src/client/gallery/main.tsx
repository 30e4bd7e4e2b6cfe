import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { ErrorPage } from "#client/layout/error-page.tsx";
import { NoAccess } from "#client/layout/no-access.tsx";
import { NotFound } from "#client/layout/not-found.tsx";
import { RouteAnnouncer } from "#client/layout/route-announcer.tsx";
import { ToastRegion } from "#client/ui/toast-region.tsx";
import { InAppLayout } from "./in-app-layout.tsx";
import { Primitives } from "./primitives.tsx";
import { SampleSettings } from "./sample-settings.tsx";
import { SampleSignIn } from "./sample-sign-in.tsx";
import { ADMINS, wait } from "./samples.ts";

// The fragment of the URL selects the first page, so that each page can be opened directly.
const history = createMemoryHistory();
history.set({ value: location.hash.slice(1) || "/", replace: true });

function Frame(props: { children?: JSX.Element }) {
  return (
    <>
      <RouteAnnouncer />
      {props.children}
      <ToastRegion />
    </>
  );
}

function Gallery() {
  return (
    <MemoryRouter root={Frame} history={history}>
      <Route path="/sign-in" component={SampleSignIn} />
      <Route path="/" component={InAppLayout}>
        <Route path="/" component={Primitives} />
        <Route path="/settings/*" component={SampleSettings} />
        <Route
          path="/no-access"
          component={() => (
            <NoAccess role="Viewer" admins={ADMINS} homeHref="/" />
          )}
        />
        <Route
          path="/error"
          component={() => (
            <ErrorPage requestId="req_01kf2x8c7m" onRetry={() => wait(800)} />
          )}
        />
        <Route path="*" component={() => <NotFound />} />
      </Route>
    </MemoryRouter>
  );
}

const root = document.getElementById("root");
if (root) render(() => <Gallery />, root);
