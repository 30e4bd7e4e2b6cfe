import type { KeyScope, Role } from "#shared/permissions";
import type { Plan } from "#shared/plans";
import type { OrganizationSettings } from "#shared/settings";
import type { DemoEmail } from "./people";

/**
 * An event in a team. The role is the new role, or the role of a removed member; without an admin, the founder acts. An
 * invitation of the kind "invite" was not answered: it is pending, or expired after seven days.
 */
export type TeamEvent = [
  daysAgo: number,
  kind: "join" | "invite" | "decline" | "revoke" | "changeRole" | "remove",
  email: string,
  role: Role,
  admin?: DemoEmail,
];

/** An API key. `usedHoursAgo` is null for a key that was never used. */
export interface DemoKey {
  name: string;
  scopes: readonly KeyScope[];
  daysAgo: number;
  lifetimeDays: number | null;
  usedHoursAgo: number | null;
}

/** A service account, which its steward created. */
export interface DemoProgram {
  name: string;
  description: string;
  role: Role;
  steward: DemoEmail;
  daysAgo: number;
  keys: readonly DemoKey[];
}

export interface DemoOrganization {
  name: string;
  slug: string;
  plan: Plan;
  seats: number;
  settings: Partial<OrganizationSettings>;
  founder: DemoEmail;
  foundedDaysAgo: number;
  team: readonly TeamEvent[];
  programs: readonly DemoProgram[];
  personalKeys: readonly (readonly [owner: DemoEmail, key: DemoKey])[];
  /** One project per line, the oldest first: name | description | archived. */
  projects: string;
  /** The average number of changes to projects on a working day of the last month. */
  changesPerDay: number;
}

export const ORGANIZATIONS: readonly DemoOrganization[] = [
  {
    name: "Acme",
    slug: "acme",
    plan: "business",
    seats: 25,
    settings: { timezone: "Europe/Berlin", website: "https://acme.example" },
    founder: "ada@demo.test",
    foundedDaysAgo: 366,
    team: [
      [364, "join", "tomasz@demo.test", "member"],
      [359, "join", "ben@demo.test", "viewer"],
      [340, "changeRole", "ben@demo.test", "member"],
      [331, "join", "layla@demo.test", "member"],
      [302, "join", "gavin@demo.test", "admin"],
      [268, "join", "meiling@demo.test", "member"],
      [233, "join", "kwame@demo.test", "member"],
      [214, "changeRole", "gavin@demo.test", "member"],
      [210, "decline", "aroha@demo.test", "member"],
      [187, "join", "chloe@demo.test", "viewer"],
      [160, "changeRole", "tomasz@demo.test", "admin"],
      [152, "join", "sofia@demo.test", "member"],
      [137, "revoke", "all@acme.example", "viewer"],
      [118, "join", "zoe@demo.test", "member"],
      [96, "remove", "gavin@demo.test", "member"],
      [74, "join", "maria@demo.test", "viewer"],
      [63, "invite", "auditor@northwind.example", "viewer"],
      [41, "join", "rahul@demo.test", "member"],
      [26, "invite", "h.lindqvist@acme.example", "member"],
      [17, "join", "dmytro@demo.test", "viewer"],
      [12, "invite", "finance@acme.example", "viewer"],
      [3, "invite", "h.lindqvist@acme.example", "member", "tomasz@demo.test"],
      [2, "invite", "nadia.rahman@acme.example", "admin"],
      [1, "invite", "intern@acme.example", "viewer"],
    ],
    programs: [
      {
        name: "Release bot",
        description: "Creates a project for each release, from the CI server.",
        role: "member",
        steward: "tomasz@demo.test",
        daysAgo: 120,
        keys: [
          {
            name: "CI server",
            scopes: ["project:read", "project:create", "project:update"],
            daysAgo: 78,
            lifetimeDays: 90,
            usedHoursAgo: 2,
          },
          {
            name: "Staging",
            scopes: ["project:read"],
            daysAgo: 40,
            lifetimeDays: null,
            usedHoursAgo: null,
          },
        ],
      },
      {
        name: "Reports",
        description: "Sends the weekly numbers to the board.",
        role: "viewer",
        steward: "ada@demo.test",
        daysAgo: 88,
        keys: [
          {
            name: "Spreadsheet",
            scopes: ["project:read", "analytics:read"],
            daysAgo: 88,
            lifetimeDays: 365,
            usedHoursAgo: 30,
          },
        ],
      },
    ],
    personalKeys: [
      [
        "ada@demo.test",
        {
          name: "Laptop",
          scopes: ["organization:read", "member:read", "project:read"],
          daysAgo: 20,
          lifetimeDays: 90,
          usedHoursAgo: 26,
        },
      ],
    ],
    projects: `
Company website | A new site with the product pages, prices and case studies.
Customer portal | One place for customers to see orders, invoices and tickets.
Move to the new data centre | All services leave the old racks before the lease ends. | archived
Brand refresh | Logo, colours and templates that work on paper and screens. | archived
Mobile app 2.0 | Offline mode, faster start and a calmer home screen.
Onboarding handbook | What a new colleague needs to know in the first two weeks.
Spring trade fair | Stand, talks and demos for the fair in Hanover. | archived
Payments in five currencies | Quote and invoice in EUR, USD, GBP, SEK and PLN.
Accessibility audit | Bring the portal to WCAG 2.2 AA and keep it there.
Warehouse scanner | Replace paper picking lists by a hand scanner.
Annual report | Figures, photos and print, due at the general meeting. | archived
Search that finds things | Typos, synonyms and part numbers in one search box.
Supplier scorecards | Delivery time and quality per supplier, every month.
Customer interviews, autumn | Twelve conversations about how orders are really placed.
Data retention | Decide what is kept for how long, and delete the rest.
Partner API | A documented interface for resellers, with keys and limits.
Warranty claims, simplified so that a claim takes one form | From five forms to one; photos instead of descriptions.
لوحة المتابعة للمبيعات | أرقام المبيعات الأسبوعية لفريق الشرق الأوسط.
Energy dashboard | What every building uses, hour by hour.
Price list for next year | Costs, margins and a first draft for the sales team.
Support rota | Who answers when, including public holidays.
Incident review: lost parcels`,
    changesPerDay: 7,
  },
  {
    name: "Globex",
    slug: "globex",
    plan: "team",
    seats: 12,
    settings: { timezone: "America/New_York" },
    founder: "priya@demo.test",
    foundedDaysAgo: 352,
    team: [
      [349, "join", "ingrid@demo.test", "member"],
      [312, "join", "ben@demo.test", "member"],
      [244, "join", "haruka@demo.test", "member"],
      [201, "join", "ada@demo.test", "viewer"],
      [176, "changeRole", "ben@demo.test", "admin"],
      [133, "join", "chloe@demo.test", "viewer"],
      [101, "changeRole", "chloe@demo.test", "member"],
      [89, "decline", "tomasz@demo.test", "viewer"],
      [55, "join", "aroha@demo.test", "viewer"],
      [33, "invite", "o.bergstrom@globex.example", "member"],
      [11, "invite", "press@globex.example", "viewer"],
      [2, "invite", "layla@demo.test", "member", "ben@demo.test"],
      [1, "invite", "kenji.mori@globex.example", "member"],
    ],
    programs: [],
    personalKeys: [],
    projects: `
Field sensors | Soil and weather stations on twelve farms.
Pilot farm in Oregon | One season, forty hectares, everything measured. | archived
Yield forecast | A forecast per field that is right within ten percent.
Certification | Documents and tests for the European market.
Battery life | From four months to a whole season on one charge. | archived
Irrigation planner | Tell growers when to water, and when not to.
Grant application | Research grant for drought-resistant crops. | archived
Growers’ newsletter | Four issues a year, written with the growers.
Satellite images | Weekly images, aligned with the sensor readings.
Spare parts shop | Order a gasket without writing to anybody.
Firmware 3 | Updates over the air, and a way back when one fails.
Investor update, fourth quarter | Ten slides and the numbers behind them.`,
    changesPerDay: 4,
  },
];
