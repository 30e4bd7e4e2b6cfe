import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";

const NotFoundInside = lazy(() => import("./pages/not-found-inside.tsx"));

/** Below `/o/:slug/settings`. */
const settings: RouteDefinition[] = [
  {
    path: "/",
    component: lazy(
      () => import("./pages/organization/settings/general-page.tsx"),
    ),
  },
  {
    path: "/team",
    component: lazy(
      () => import("./pages/organization/settings/team/team-page.tsx"),
    ),
  },
  {
    path: "/roles",
    component: lazy(
      () => import("./pages/organization/settings/roles-page.tsx"),
    ),
  },
  {
    path: "/security",
    component: lazy(
      () => import("./pages/organization/settings/security-page.tsx"),
    ),
  },
  {
    path: "/domains",
    component: lazy(
      () => import("./pages/organization/settings/domains-page.tsx"),
    ),
  },
  {
    path: "/billing",
    component: lazy(
      () => import("./pages/organization/settings/billing-page.tsx"),
    ),
  },
  {
    path: "/audit",
    component: lazy(
      () => import("./pages/organization/settings/audit/audit-page.tsx"),
    ),
  },
  {
    path: "/danger",
    component: lazy(
      () => import("./pages/organization/settings/danger-page.tsx"),
    ),
  },
  { path: "*", component: NotFoundInside },
];

/** Below `/o/:slug`. */
const organization: RouteDefinition[] = [
  {
    path: "/",
    component: lazy(
      () => import("./pages/organization/dashboard/dashboard-page.tsx"),
    ),
  },
  {
    path: "/projects",
    component: lazy(
      () => import("./pages/organization/projects/projects-page.tsx"),
    ),
  },
  {
    path: "/projects/:projectId",
    component: lazy(
      () => import("./pages/organization/projects/project-page.tsx"),
    ),
  },
  {
    path: "/settings",
    component: lazy(
      () => import("./pages/organization/settings/settings-frame.tsx"),
    ),
    children: settings,
  },
  { path: "*", component: NotFoundInside },
];

const account: RouteDefinition[] = [
  {
    path: "/",
    component: lazy(() => import("./pages/account/profile-page.tsx")),
  },
  {
    path: "/password",
    component: lazy(() => import("./pages/account/password-page.tsx")),
  },
  {
    path: "/two-factor",
    component: lazy(
      () => import("./pages/account/two-factor/two-factor-page.tsx"),
    ),
  },
  {
    path: "/passkeys",
    component: lazy(() => import("./pages/account/passkeys/passkeys-page.tsx")),
  },
  {
    path: "/linked",
    component: lazy(() => import("./pages/account/linked/linked-page.tsx")),
  },
  {
    path: "/data",
    component: lazy(() => import("./pages/account/data/data-page.tsx")),
  },
  {
    path: "/sessions",
    component: lazy(() => import("./pages/account/sessions-page.tsx")),
  },
  {
    path: "/invitations",
    component: lazy(() => import("./pages/account/invitations-page.tsx")),
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
    component: lazy(() => import("./pages/onboarding/create-page.tsx")),
  },
  {
    path: "/o/:slug/welcome",
    component: lazy(() => import("./pages/onboarding/invite-page.tsx")),
  },
  {
    component: lazy(() => import("./pages/person-frame.tsx")),
    children: [
      {
        path: "/organizations",
        component: lazy(
          () => import("./pages/organizations/organizations-page.tsx"),
        ),
      },
      {
        path: "/account",
        component: lazy(() => import("./pages/account/account-layout.tsx")),
        children: account,
      },
    ],
  },
  {
    path: "/o/:slug",
    component: lazy(() => import("./pages/organization-frame.tsx")),
    children: organization,
  },
  {
    path: "*",
    component: lazy(() => import("./layout/not-found-page.tsx")),
  },
];
