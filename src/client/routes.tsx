import type { RouteDefinition } from "@solidjs/router";
import { lazy } from "solid-js";
import { ABOVE_PAGE } from "./layout/route-announcer.tsx";
import { withWords } from "./lib/language/with-words.ts";

/** A public page other than the sign-in page. */
const outside = withWords("public");
/** A page for signed-in users. */
const inside = withWords("inside");
/** A page for signed-in users that shows invitations, as public pages do. */
const insideWithInvitations = withWords("inside", "public");
/** A page with settings of an organization. */
const ofOrganization = withWords("inside", "settings");
/** A page with settings of an account. */
const ofAccount = withWords("inside", "account");

const NotFoundInside = lazy(() => import("./app/frames/not-found-inside.tsx"));

/** The routes below `/o/:slug/settings`. */
const settings: RouteDefinition[] = [
  {
    path: "/",
    component: ofOrganization(
      () => import("./features/organizations/general/general-page.tsx"),
    ),
  },
  {
    path: "/roles",
    component: ofOrganization(() => import("./features/roles/roles-page.tsx")),
  },
  {
    path: "/roles/new",
    component: ofOrganization(
      () => import("./features/roles/new-role-page.tsx"),
    ),
  },
  {
    path: "/roles/:roleId",
    component: ofOrganization(() => import("./features/roles/role-page.tsx")),
  },
  {
    path: "/security",
    component: ofOrganization(
      () => import("./features/organizations/security/security-page.tsx"),
    ),
  },
  {
    path: "/domains",
    component: ofOrganization(
      () => import("./features/domains/domains-page.tsx"),
    ),
  },
  {
    path: "/api",
    component: ofOrganization(() => import("./features/api/api-page.tsx")),
  },
  {
    path: "/api/service-accounts/:accountId",
    component: ofOrganization(
      () => import("./features/service-accounts/account-page.tsx"),
    ),
  },
  {
    path: "/connect",
    component: ofOrganization(
      () => import("./features/api/connect/connect-page.tsx"),
    ),
  },
  {
    path: "/billing",
    component: ofOrganization(
      () => import("./features/billing/billing-page.tsx"),
    ),
  },
  {
    path: "/audit",
    component: ofOrganization(
      () => import("./features/audit-log/audit-page.tsx"),
    ),
  },
  {
    path: "/danger",
    component: ofOrganization(
      () => import("./features/organizations/danger/danger-page.tsx"),
    ),
  },
  { path: "*", component: NotFoundInside },
];

/** The routes below `/o/:slug`. */
const organization: RouteDefinition[] = [
  {
    path: "/",
    component: inside(() => import("./features/dashboard/dashboard-page.tsx")),
  },
  {
    path: "/projects",
    component: inside(() => import("./features/projects/projects-page.tsx")),
  },
  {
    path: "/projects/:projectId",
    component: inside(() => import("./features/projects/project-page.tsx")),
  },
  {
    path: "/people",
    component: ofOrganization(
      () => import("./features/people/people-page.tsx"),
    ),
    children: [
      { path: "/" },
      {
        path: "/:userId",
        component: ofOrganization(
          () => import("./features/people/drawer/person-drawer.tsx"),
        ),
        info: ABOVE_PAGE,
      },
    ],
  },
  {
    path: "/settings/team",
    component: lazy(() => import("./features/people/team-moved.tsx")),
  },
  {
    path: "/settings",
    component: inside(() => import("./layout/settings/settings-frame.tsx")),
    children: settings,
  },
  { path: "*", component: NotFoundInside },
];

const account: RouteDefinition[] = [
  {
    path: "/",
    component: ofAccount(() => import("./features/account/profile-page.tsx")),
  },
  {
    path: "/password",
    component: ofAccount(() => import("./features/account/password-page.tsx")),
  },
  {
    path: "/two-factor",
    component: ofAccount(
      () => import("./features/account/two-factor/two-factor-page.tsx"),
    ),
  },
  {
    path: "/passkeys",
    component: ofAccount(
      () => import("./features/account/passkeys/passkeys-page.tsx"),
    ),
  },
  {
    path: "/linked",
    component: ofAccount(
      () =>
        import("./features/account/linked-accounts/linked-accounts-page.tsx"),
    ),
  },
  {
    path: "/data",
    component: ofAccount(() => import("./features/account/data/data-page.tsx")),
  },
  {
    path: "/sessions",
    component: ofAccount(() => import("./features/account/sessions-page.tsx")),
  },
  {
    path: "/invitations",
    component: insideWithInvitations(
      () => import("./features/invitations/received/invitations-page.tsx"),
    ),
  },
  { path: "*", component: NotFoundInside },
];

/** Every URL of the client. A page is loaded on the first visit, or when a link to it is hovered. */
export const routes: RouteDefinition[] = [
  { path: "/", component: lazy(() => import("./app/frames/start-page.tsx")) },
  {
    path: "/sign-in",
    component: lazy(() => import("./features/sign-in/sign-in-page.tsx")),
  },
  {
    path: "/sign-in/two-factor",
    component: outside(
      () => import("./features/sign-in/two-factor/two-factor-page.tsx"),
    ),
  },
  {
    path: "/sign-in/with/:provider",
    component: outside(
      () => import("./features/sign-in/oauth-callback/callback-page.tsx"),
    ),
  },
  {
    path: "/sign-up",
    component: outside(
      () => import("./features/sign-in/sign-up/sign-up-page.tsx"),
    ),
  },
  {
    path: "/verify",
    component: outside(
      () => import("./features/sign-in/verify/verify-page.tsx"),
    ),
  },
  {
    path: "/forgot",
    component: outside(
      () => import("./features/sign-in/forgot/forgot-page.tsx"),
    ),
  },
  {
    path: "/reset",
    component: outside(() => import("./features/sign-in/reset/reset-page.tsx")),
  },
  {
    path: "/reset/keys",
    component: ofAccount(
      () => import("./features/account/reset-keys/reset-keys-page.tsx"),
    ),
  },
  {
    path: "/change-email",
    component: outside(
      () => import("./features/account/change-email/change-email-page.tsx"),
    ),
  },
  {
    path: "/invite",
    component: outside(
      () => import("./features/invitations/join/invitation-page.tsx"),
    ),
  },
  {
    path: "/join",
    component: outside(
      () => import("./features/invitations/join/link-page.tsx"),
    ),
  },
  {
    path: "/goodbye",
    component: withWords("account")(
      () => import("./features/account/goodbye-page.tsx"),
    ),
  },
  {
    path: "/organizations/new",
    component: inside(
      () =>
        import("./features/organizations/onboarding/create-organization-page.tsx"),
    ),
  },
  {
    path: "/o/:slug/welcome",
    component: inside(
      () => import("./features/organizations/onboarding/invite-team-page.tsx"),
    ),
  },
  {
    component: inside(() => import("./app/frames/user-frame.tsx")),
    children: [
      {
        path: "/organizations",
        component: insideWithInvitations(
          () => import("./features/organizations/organizations-page.tsx"),
        ),
      },
      {
        path: "/help/:page?",
        component: inside(() => import("./features/help/help-page.tsx")),
      },
      {
        path: "/account",
        component: ofAccount(
          () => import("./features/account/account-layout.tsx"),
        ),
        children: account,
      },
    ],
  },
  {
    path: "/o/:slug",
    component: inside(() => import("./app/frames/organization-frame.tsx")),
    children: organization,
  },
  {
    path: "*",
    component: lazy(() => import("./layout/not-found-page.tsx")),
  },
];
