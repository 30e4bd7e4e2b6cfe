import type { Page } from "playwright-core";
import type { VisitedPage } from "#testing/browser/pages.ts";

const heading = (name: RegExp) => (page: Page) =>
  page.getByRole("heading", { name });
const rows = (page: Page) => page.getByRole("row").nth(1);

/** The pages of the empty organization, and of the organization with the longest names. */
export const EXTREME_PAGES: readonly VisitedPage[] = [
  {
    name: "empty-dashboard",
    path: "/o/empty",
    shows: heading(/Recent projects/),
  },
  {
    name: "empty-projects",
    path: "/o/empty/projects",
    shows: heading(/No projects/),
  },
  {
    name: "empty-team",
    path: "/o/empty/people",
    // On a phone the heading of the table is hidden, so the table has only one visible row.
    shows: (page) => page.getByText("You", { exact: true }),
  },
  {
    name: "empty-invitations",
    path: "/o/empty/people?status=invited",
    shows: heading(/No pending/),
  },
  {
    name: "empty-danger",
    path: "/o/empty/settings/danger",
    shows: heading(/Leave/),
  },
  { name: "welcome", path: "/o/empty/welcome", shows: heading(/Invite/) },
  {
    name: "long-dashboard",
    path: "/o/long",
    shows: heading(/Recent projects/),
  },
  { name: "long-projects", path: "/o/long/projects", shows: rows },
  {
    name: "long-invitations",
    path: "/o/long/people?status=invited",
    shows: rows,
  },
  { name: "long-keys", path: "/o/long/settings/api", shows: rows },
  { name: "long-keys-all", path: "/o/long/settings/api?tab=all", shows: rows },
  {
    name: "long-service-accounts",
    path: "/o/long/settings/api?tab=service-accounts",
    shows: rows,
  },
  { name: "long-general", path: "/o/long/settings", shows: heading(/^Name/) },
];
