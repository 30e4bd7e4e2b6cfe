import type { Page } from "playwright-core";

/** A page of the web app and an element that is visible once the page has loaded its data. */
export interface VisitedPage {
  name: string;
  /** `:project` is replaced by the id of a project of Acme. */
  path: string;
  shows: (page: Page) => ReturnType<Page["locator"]>;
}

/** Demo users by their role in the organization Acme. */
export const BY_ROLE = {
  admin: "ada@demo.test",
  member: "ben@demo.test",
  viewer: "chloe@demo.test",
} as const;

export type AcmeRole = keyof typeof BY_ROLE;

const heading = (name: string | RegExp) => (page: Page) =>
  page.getByRole("heading", { name }).first();
const text = (words: string) => (page: Page) => page.getByText(words).first();
const rows = (page: Page) => page.getByRole("row").nth(1);
/** A list of API keys, also an empty one; viewers see the message that they have no access. */
const keys = (page: Page) =>
  page
    .getByRole("table")
    .or(page.getByRole("heading", { name: /No API keys|have access/ }))
    .first();
/** An example; viewers see the message that they have no access. */
const snippet = (code: RegExp) => (page: Page) =>
  page
    .getByText(code)
    .or(page.getByRole("heading", { name: /have access/ }))
    .first();

/** Pages for users who are not signed in. */
export const PUBLIC_PAGES: readonly VisitedPage[] = [
  { name: "sign-in", path: "/sign-in", shows: heading("Sign in") },
  {
    name: "sign-in-with-cancelled",
    path: "/sign-in/with/github?error=access_denied",
    shows: heading(/You canceled/),
  },
  {
    name: "sign-in-with-expired",
    path: "/sign-in/with/github",
    shows: heading("This request has expired"),
  },
  {
    name: "sign-in-took-too-long",
    path: "/sign-in/two-factor",
    shows: heading("This sign-in has expired"),
  },
  { name: "sign-up", path: "/sign-up", shows: heading(/account/i) },
  { name: "verify", path: "/verify", shows: heading(/address/) },
  {
    name: "verify-confirm",
    path: "/verify#token=a-token",
    shows: heading("Confirm your email address"),
  },
  { name: "change-email", path: "/change-email", shows: heading(/address/) },
  {
    name: "change-email-signed-out",
    path: "/change-email#token=a-token",
    shows: heading("Sign in to confirm your new email address"),
  },
  { name: "invitation-gone", path: "/invite", shows: heading(/invitation/i) },
  {
    name: "join-gone",
    path: "/join#token=nobody-made-it",
    shows: heading("This invitation is no longer valid"),
  },
  { name: "goodbye", path: "/goodbye", shows: heading(/deleted/) },
  { name: "not-found", path: "/nowhere", shows: heading("Page not found") },
];

/** Pages of the organization Acme that every role can open. */
export const ORGANIZATION_PAGES: readonly VisitedPage[] = [
  { name: "dashboard", path: "/o/acme", shows: heading("Recent projects") },
  { name: "projects", path: "/o/acme/projects", shows: rows },
  {
    name: "projects-all",
    path: "/o/acme/projects?status=all",
    shows: (page) => page.getByRole("cell", { name: "Archived" }).first(),
  },
  {
    name: "projects-none",
    path: "/o/acme/projects?q=nothing+like+it",
    shows: heading(/No /),
  },
  {
    name: "project",
    path: "/o/acme/projects/:project",
    shows: heading("About"),
  },
  { name: "general", path: "/o/acme/settings", shows: text("Time zone") },
  { name: "people", path: "/o/acme/people", shows: rows },
  {
    name: "invitations",
    path: "/o/acme/people?status=invited",
    shows: rows,
  },
  {
    name: "members-narrowed",
    path: "/o/acme/people?role=admin&status=suspended",
    shows: heading("No one found"),
  },
  {
    name: "links",
    path: "/o/acme/people?tab=links",
    shows: heading("No links"),
  },
  {
    name: "roles",
    path: "/o/acme/settings/roles",
    shows: heading("Permissions by role"),
  },
  {
    name: "role",
    path: "/o/acme/settings/roles/member",
    shows: heading("Permissions"),
  },
  {
    name: "new-role",
    path: "/o/acme/settings/roles/new",
    // Members and viewers see the message that they have no access.
    shows: heading(/Permissions|have access/),
  },
  {
    name: "security",
    path: "/o/acme/settings/security",
    // Members and viewers see the message that they have no access.
    shows: heading(/Two-factor authentication|have access/),
  },
  {
    name: "domains",
    path: "/o/acme/settings/domains",
    shows: heading(/Add domain|have access/),
  },
  {
    name: "api",
    path: "/o/acme/settings/api",
    // Viewers see the message that they have no access.
    shows: keys,
  },
  { name: "api-all", path: "/o/acme/settings/api?tab=all", shows: keys },
  {
    name: "service-accounts",
    path: "/o/acme/settings/api?tab=service-accounts",
    // Members see their own keys.
    shows: (page) =>
      keys(page).or(heading("No service accounts")(page)).first(),
  },
  {
    name: "service-account-gone",
    path: "/o/acme/settings/api/service-accounts/svc_00000000000000000000000000",
    shows: heading(/not found|have access/),
  },
  {
    name: "connect",
    path: "/o/acme/settings/connect",
    shows: snippet(/Authorization/),
  },
  {
    name: "connect-typescript",
    path: "/o/acme/settings/connect?tab=typescript",
    shows: snippet(/createTenantry/),
  },
  {
    name: "connect-react",
    path: "/o/acme/settings/connect?tab=react",
    shows: snippet(/createTenantryReact/),
  },
  {
    name: "connect-mcp",
    path: "/o/acme/settings/connect?tab=mcp",
    shows: snippet(/mcpServers/),
  },
  {
    name: "billing",
    path: "/o/acme/settings/billing",
    // Members and viewers see the message that they have no access.
    shows: heading(/Invoices|have access/),
  },
  {
    name: "audit",
    path: "/o/acme/settings/audit",
    // Members and viewers see the message that they have no access.
    shows: (page) =>
      page
        .getByRole("button", { name: /the project/ })
        .or(page.getByRole("heading", { name: /have access/ }))
        .first(),
  },
  {
    name: "audit-none",
    path: "/o/acme/settings/audit?from=1999-01-01&to=1999-12-31",
    shows: heading(/No event|have access/),
  },
  {
    name: "danger",
    path: "/o/acme/settings/danger",
    shows: heading("Leave organization"),
  },
  {
    name: "not-found-inside",
    path: "/o/acme/nowhere",
    shows: heading("Page not found"),
  },
];

/** Pages of the user's account. They are the same for every role. */
export const PERSONAL_PAGES: readonly VisitedPage[] = [
  { name: "organizations", path: "/organizations", shows: text("Globex") },
  {
    name: "create-organization",
    path: "/organizations/new",
    shows: heading(/organization/),
  },
  { name: "profile", path: "/account", shows: text("Email") },
  {
    name: "data",
    path: "/account/data",
    shows: (page) => page.getByRole("button", { name: "Delete account…" }),
  },
  {
    name: "password",
    path: "/account/password",
    shows: heading("Change password"),
  },
  {
    name: "two-factor",
    path: "/account/two-factor",
    shows: heading("Authenticator app"),
  },
  {
    name: "sessions",
    path: "/account/sessions",
    shows: text("This device"),
  },
  {
    name: "passkeys",
    path: "/account/passkeys",
    shows: heading("No passkeys yet"),
  },
  {
    name: "linked",
    path: "/account/linked",
    shows: heading("No sign-in providers are available"),
  },
  {
    name: "received-invitations",
    path: "/account/invitations",
    shows: heading(/invitation/i),
  },
];
