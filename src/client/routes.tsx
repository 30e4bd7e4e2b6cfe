import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { loadWords } from "./language/load.ts";

/** A page of whoever is signed in: its words come with it. */
const inside: typeof lazy = (load) =>
  lazy(async () => {
    const [page] = await Promise.all([load(), loadWords("inside")]);
    return page;
  });

const NotFoundInside = lazy(() => import("./pages/not-found-inside.tsx"));

/** Below `/o/:slug/settings`. */
const settings: RouteDefinition[] = [
  {
    path: "/",
    component: inside(
      () => import("./pages/organization/settings/general-page.tsx"),
    ),
  },
  {
    path: "/team",
    component: inside(
      () => import("./pages/organization/settings/team/team-page.tsx"),
    ),
  },
  {
    path: "/roles",
    component: inside(
      () => import("./pages/organization/settings/roles-page.tsx"),
    ),
  },
  {
    path: "/security",
    component: inside(
      () => import("./pages/organization/settings/security-page.tsx"),
    ),
  },
  {
    path: "/domains",
    component: inside(
      () => import("./pages/organization/settings/domains-page.tsx"),
    ),
  },
  {
    path: "/billing",
    component: inside(
      () => import("./pages/organization/settings/billing-page.tsx"),
    ),
  },
  {
    path: "/audit",
    component: inside(
      () => import("./pages/organization/settings/audit/audit-page.tsx"),
    ),
  },
  {
    path: "/danger",
    component: inside(
      () => import("./pages/organization/settings/danger-page.tsx"),
    ),
  },
  { path: "*", component: NotFoundInside },
];

/** Below `/o/:slug`. */
const organization: RouteDefinition[] = [
  {
    path: "/",
    component: inside(
      () => import("./pages/organization/dashboard/dashboard-page.tsx"),
    ),
  },
  {
    path: "/projects",
    component: inside(
      () => import("./pages/organization/projects/projects-page.tsx"),
    ),
  },
  {
    path: "/projects/:projectId",
    component: inside(
      () => import("./pages/organization/projects/project-page.tsx"),
    ),
  },
  {
    path: "/settings",
    component: inside(
      () => import("./pages/organization/settings/settings-frame.tsx"),
    ),
    children: settings,
  },
  { path: "*", component: NotFoundInside },
];

const account: RouteDefinition[] = [
  {
    path: "/",
    component: inside(() => import("./pages/account/profile-page.tsx")),
  },
  {
    path: "/password",
    component: inside(() => import("./pages/account/password-page.tsx")),
  },
  {
    path: "/two-factor",
    component: inside(
      () => import("./pages/account/two-factor/two-factor-page.tsx"),
    ),
  },
  {
    path: "/passkeys",
    component: inside(
      () => import("./pages/account/passkeys/passkeys-page.tsx"),
    ),
  },
  {
    path: "/linked",
    component: inside(() => import("./pages/account/linked/linked-page.tsx")),
  },
  {
    path: "/data",
    component: inside(() => import("./pages/account/data/data-page.tsx")),
  },
  {
    path: "/sessions",
    component: inside(() => import("./pages/account/sessions-page.tsx")),
  },
  {
    path: "/invitations",
    component: inside(() => import("./pages/account/invitations-page.tsx")),
  },
  { path: "*", component: NotFoundInside },
];

/** Every address of the client. Pages are loaded when they are first visited, or when a link to them is hovered. */
export const routes: RouteDefinition[] = [
  { path: "/", component: lazy(() => import("./pages/start-page.tsx")) },
  {
    path: "/sign-in",
    component: lazy(() => import("./pages/sign-in/sign-in-page.tsx")),
  },
  {
    path: "/sign-in/two-factor",
    component: lazy(
      () => import("./pages/sign-in/two-factor/two-factor-page.tsx"),
    ),
  },
  {
    path: "/sign-in/with/:provider",
    component: lazy(() => import("./pages/sign-in/with/return-page.tsx")),
  },
  {
    path: "/sign-up",
    component: lazy(() => import("./pages/sign-up/sign-up-page.tsx")),
  },
  {
    path: "/verify",
    component: lazy(() => import("./pages/verify/verify-page.tsx")),
  },
  {
    path: "/forgot",
    component: lazy(() => import("./pages/forgot/forgot-page.tsx")),
  },
  {
    path: "/reset",
    component: lazy(() => import("./pages/reset/reset-page.tsx")),
  },
  {
    path: "/change-email",
    component: lazy(() => import("./pages/change-email/change-email-page.tsx")),
  },
  {
    path: "/invite",
    component: lazy(() => import("./pages/invitation/invitation-page.tsx")),
  },
  {
    path: "/join",
    component: lazy(() => import("./pages/join/join-page.tsx")),
  },
  {
    path: "/goodbye",
    component: lazy(() => import("./pages/goodbye/goodbye-page.tsx")),
  },
  {
    path: "/organizations/new",
    component: inside(() => import("./pages/onboarding/create-page.tsx")),
  },
  {
    path: "/o/:slug/welcome",
    component: inside(() => import("./pages/onboarding/invite-page.tsx")),
  },
  {
    component: inside(() => import("./pages/person-frame.tsx")),
    children: [
      {
        path: "/organizations",
        component: inside(
          () => import("./pages/organizations/organizations-page.tsx"),
        ),
      },
      {
        path: "/account",
        component: inside(() => import("./pages/account/account-layout.tsx")),
        children: account,
      },
    ],
  },
  {
    path: "/o/:slug",
    component: inside(() => import("./pages/organization-frame.tsx")),
    children: organization,
  },
  {
    path: "*",
    component: lazy(() => import("./layout/not-found-page.tsx")),
  },
];
