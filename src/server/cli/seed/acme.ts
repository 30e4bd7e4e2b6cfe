import { ACME_PROJECTS } from "./acme-projects";
import type { OrganizationScript } from "./script";

const by = "ada@demo.test";

export const acme: OrganizationScript = {
  name: "Acme",
  slug: "acme",
  plan: "business",
  seats: 25,
  settings: { timezone: "Europe/Berlin", website: "https://acme.example" },
  founder: "ada@demo.test",
  foundedDaysAgo: 366,
  joinings: [
    { daysAgo: 364, email: "tomasz@demo.test", role: "member", by },
    { daysAgo: 359, email: "ben@demo.test", role: "viewer", by },
    { daysAgo: 331, email: "layla@demo.test", role: "member", by },
    { daysAgo: 302, email: "gavin@demo.test", role: "admin", by },
    { daysAgo: 268, email: "meiling@demo.test", role: "member", by },
    { daysAgo: 233, email: "kwame@demo.test", role: "member", by },
    { daysAgo: 187, email: "chloe@demo.test", role: "viewer", by },
    { daysAgo: 152, email: "sofia@demo.test", role: "member", by },
    { daysAgo: 118, email: "zoe@demo.test", role: "member", by },
    { daysAgo: 74, email: "maria@demo.test", role: "viewer", by },
    { daysAgo: 41, email: "rahul@demo.test", role: "member", by },
    { daysAgo: 17, email: "dmytro@demo.test", role: "viewer", by },
  ],
  roleChanges: [
    { daysAgo: 340, email: "ben@demo.test", role: "member", by },
    { daysAgo: 214, email: "gavin@demo.test", role: "member", by },
    { daysAgo: 160, email: "tomasz@demo.test", role: "admin", by },
  ],
  departures: [{ daysAgo: 96, email: "gavin@demo.test", by }],
  invitations: [
    {
      daysAgo: 210,
      email: "aroha@demo.test",
      by,
      role: "member",
      answer: "declined",
    },
    {
      daysAgo: 137,
      email: "all@acme.example",
      by,
      role: "viewer",
      answer: "revoked",
    },
    { daysAgo: 63, email: "auditor@northwind.example", by, role: "viewer" },
    { daysAgo: 26, email: "h.lindqvist@acme.example", by, role: "member" },
    { daysAgo: 12, email: "finance@acme.example", by, role: "viewer" },
    {
      daysAgo: 3,
      email: "h.lindqvist@acme.example",
      by: "tomasz@demo.test",
      role: "member",
    },
    { daysAgo: 2, email: "nadia.rahman@acme.example", by, role: "admin" },
    { daysAgo: 1, email: "intern@acme.example", by, role: "viewer" },
  ],
  projects: ACME_PROJECTS,
  pace: 7,
};
