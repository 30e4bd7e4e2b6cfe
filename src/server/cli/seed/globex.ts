import { GLOBEX_PROJECTS } from "./globex-projects";
import type { OrganizationScript } from "./script";

const by = "priya@demo.test";

export const globex: OrganizationScript = {
  name: "Globex",
  slug: "globex",
  plan: "team",
  seats: 12,
  settings: { timezone: "America/New_York" },
  founder: "priya@demo.test",
  foundedDaysAgo: 352,
  joinings: [
    { daysAgo: 349, email: "ingrid@demo.test", role: "member", by },
    { daysAgo: 312, email: "ben@demo.test", role: "member", by },
    { daysAgo: 244, email: "haruka@demo.test", role: "member", by },
    { daysAgo: 201, email: "ada@demo.test", role: "viewer", by },
    { daysAgo: 133, email: "chloe@demo.test", role: "viewer", by },
    { daysAgo: 55, email: "aroha@demo.test", role: "viewer", by },
  ],
  roleChanges: [
    { daysAgo: 176, email: "ben@demo.test", role: "admin", by },
    { daysAgo: 101, email: "chloe@demo.test", role: "member", by },
  ],
  departures: [],
  invitations: [
    {
      daysAgo: 89,
      email: "tomasz@demo.test",
      by,
      role: "viewer",
      answer: "declined",
    },
    { daysAgo: 33, email: "o.bergstrom@globex.example", by, role: "member" },
    { daysAgo: 11, email: "press@globex.example", by, role: "viewer" },
    {
      daysAgo: 2,
      email: "layla@demo.test",
      by: "ben@demo.test",
      role: "member",
    },
    { daysAgo: 1, email: "kenji.mori@globex.example", by, role: "member" },
  ],
  projects: GLOBEX_PROJECTS,
  pace: 4,
};
