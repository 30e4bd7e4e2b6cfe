import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";

/** Every address of the client. Pages are loaded when they are first visited, or when a link to them is hovered. */
export const routes: RouteDefinition[] = [
  {
    path: "*",
    component: lazy(() => import("./layout/not-found-page.tsx")),
  },
];
