import { describe, expect, test } from "bun:test";
import type { AuditChange, AuditEvent } from "./event.ts";
import { textOf } from "./sentence-parts.ts";
import { actorName, sentenceOf } from "./sentences.ts";

type Row = Record<string, unknown>;

function event(action: string, ...changes: AuditChange[]): AuditEvent {
  return {
    id: "evt_1",
    seq: 1,
    at: "2026-11-03T10:00:00.000Z",
    action,
    actor: { kind: "user", id: "usr_ana", name: "Ana" },
    changes,
    requestId: "req_1",
    address: "127.0.0.1",
    hash: "h",
  };
}

const changed = (table: string, before: Row, after: Row): AuditChange => ({
  table,
  id: "row",
  before,
  after: { ...before, ...after },
});
const added = (table: string, after: Row): AuditChange => ({
  table,
  id: "row",
  before: null,
  after,
});
const removed = (table: string, before: Row): AuditChange => ({
  table,
  id: "row",
  before,
  after: null,
});

const website = { name: "Website", description: "", status: "active" };
const ben = { userId: "usr_ben", role: "member" };
const acme = {
  name: "Acme",
  slug: "acme",
  settings: { timezone: "UTC" },
  twoFactorRequiredFrom: null,
};
const kept = {
  ...acme,
  auditRetentionDays: 90,
  nextAuditRetentionDays: null,
  nextAuditRetentionFrom: null,
  auditNoticeSentAt: null,
};
const invitation = { email: "x@y.example", role: "admin", status: "pending" };

const NAMES: Record<string, string> = { usr_ana: "Ana", usr_ben: "Ben" };
const tell = (one: AuditEvent) =>
  `${actorName(one)} ${textOf(sentenceOf(one, (id) => NAMES[id] ?? "a former member"))}`;

const team = {
  plan: "team",
  interval: "month",
  seats: 4,
  status: "active",
  periodEndsAt: Date.UTC(2026, 10, 3, 12),
  cancelsAtPeriodEnd: false,
};
const told = (after: Row, before: Row = team, ...more: AuditChange[]) => ({
  ...event(
    "billing.synchronize",
    changed("subscriptions", before, after),
    ...more,
  ),
  actor: { kind: "system" as const, id: null, name: null },
});

const adopted = (before: Row, after: Row) => ({
  ...event("billing.adopt", changed("organizations", before, after)),
  actor: { kind: "system" as const, id: null, name: null },
});

const SENTENCES: [AuditEvent, string][] = [
  [
    event("billing.checkout", added("subscriptions", { plan: null })),
    "Ana went to the payment page",
  ],
  [
    event(
      "billing.startTrial",
      added("subscriptions", { ...team, plan: null, seats: null }),
      changed("subscriptions", team, { trialUsedAt: 1, plan: null }),
      changed(
        "subscriptions",
        { plan: null },
        { ...team, seats: 1, status: "trialing" },
      ),
    ),
    "Ana began to try Team with 1 seat",
  ],
  [
    event(
      "billing.change",
      changed("subscriptions", team, { plan: "business", interval: "year" }),
    ),
    "Ana changed the subscription to Business with 4 seats, paid yearly",
  ],
  [
    event(
      "billing.cancel",
      changed("subscriptions", team, { cancelsAtPeriodEnd: true }),
    ),
    "Ana cancelled the subscription",
  ],
  [
    event(
      "billing.resume",
      changed("subscriptions", team, { cancelsAtPeriodEnd: false }),
    ),
    "Ana took the cancellation back",
  ],
  [
    event(
      "billing.chooseSeats",
      changed("memberships", ben, { keepsSeat: true }),
    ),
    "Ana chose who keeps a seat",
  ],
  [
    event(
      "billing.refresh",
      changed("subscriptions", { ...team, status: "trialing" }, team),
    ),
    "Ana noted that Team with 4 seats is paid for",
  ],
  [told({ status: "past_due" }), "The system noted that a payment failed"],
  [
    told({ status: "unpaid" }),
    "The system noted that the subscription is not paid",
  ],
  [
    told({ status: "cancelled" }),
    "The system noted that the subscription has ended",
  ],
  [
    told({ cancelsAtPeriodEnd: true }),
    "The system noted that the subscription was cancelled",
  ],
  [
    told({ seats: 9 }),
    "The system noted the subscription to Team with 9 seats, paid monthly",
  ],
  [
    told(
      {},
      { ...team, status: "past_due" },
      changed("organizations", acme, { plan: "free" }),
    ),
    "The system ended Team, which was not paid for",
  ],
  [
    adopted({ plan: "business", seats: 40 }, { plan: "free", seats: 25 }),
    "The system set the plan to Free, because the payment service was changed",
  ],
  [
    adopted({ plan: "business", seats: 40 }, {}),
    "The system kept the plan and its limits, although the payment service was changed",
  ],
  [
    adopted({ plan: "business", seats: 40 }, { plan: "free", seats: null }),
    "The system removed all limits, because payments were switched off",
  ],
  [
    event("members.suspend", changed("memberships", ben, { suspendedAt: 1 })),
    "Ana suspended Ben",
  ],
  [
    event("members.reactivate", changed("memberships", ben, { joinedAt: 1 })),
    "Ana let Ben in again",
  ],
  [
    event("roles.create", added("roles", { name: "Support" })),
    "Ana made the role Support",
  ],
  [
    event("roles.delete", removed("roles", { name: "Support" })),
    "Ana deleted the role Support",
  ],
  [
    event("projects.create", added("projects", website)),
    "Ana created the project Website",
  ],
  [
    event("projects.update", changed("projects", website, { name: "Shop" })),
    "Ana renamed the project Website to Shop",
  ],
  [
    event(
      "projects.update",
      changed("projects", website, { status: "archived" }),
    ),
    "Ana archived the project Website",
  ],
  [
    event(
      "projects.update",
      changed(
        "projects",
        { ...website, status: "archived" },
        { status: "active" },
      ),
    ),
    "Ana reactivated the project Website",
  ],
  [
    event(
      "projects.update",
      changed("projects", website, { description: "New", updatedAt: 5 }),
    ),
    "Ana changed the description of Website",
  ],
  [
    event(
      "projects.update",
      changed("projects", website, { description: "New", status: "archived" }),
    ),
    "Ana changed the project Website",
  ],
  [
    event("projects.delete", removed("projects", website)),
    "Ana deleted the project Website",
  ],
  [
    event(
      "members.updateRole",
      changed("memberships", ben, { role: "viewer" }),
    ),
    "Ana changed Ben’s role from member to viewer",
  ],
  [
    event(
      "members.updateRole",
      changed(
        "memberships",
        { userId: "usr_ana", role: "admin" },
        { role: "viewer" },
      ),
    ),
    "Ana changed their own role from admin to viewer",
  ],
  [
    event("members.remove", removed("memberships", ben)),
    "Ana removed Ben from the organization",
  ],
  [
    event(
      "members.remove",
      removed("memberships", { ...ben, userId: "usr_gone" }),
    ),
    "Ana removed a former member from the organization",
  ],
  [
    event(
      "members.remove",
      removed("invitations", invitation),
      removed("memberships", { ...ben, userId: "usr_ana" }),
    ),
    "Ana left the organization",
  ],
  [
    event("invitations.create", added("invitations", invitation)),
    "Ana invited x@y.example as an admin",
  ],
  [
    event(
      "invitations.create",
      changed("invitations", invitation, { status: "expired" }),
      ...["a@y.example", "b@y.example", "c@y.example"].map((email) =>
        added("invitations", { ...invitation, email }),
      ),
    ),
    "Ana invited a@y.example and 2 others",
  ],
  [
    event(
      "invitations.resend",
      changed("invitations", invitation, { expiresAt: 5 }),
    ),
    "Ana sent the invitation of x@y.example again",
  ],
  [
    event(
      "invitations.accept",
      changed("invitations", invitation, { status: "accepted" }),
      added("memberships", { userId: "usr_ana", role: "viewer" }),
    ),
    "Ana joined as a viewer",
  ],
  [
    event(
      "invitations.declineReceived",
      changed("invitations", invitation, { status: "declined" }),
    ),
    "Ana declined the invitation",
  ],
  [
    event(
      "organizations.create",
      added("organizations", acme),
      added("memberships", ben),
    ),
    "Ana created the organization Acme",
  ],
  [
    event(
      "organizations.update",
      changed("organizations", acme, { name: "Acme 2" }),
    ),
    "Ana renamed the organization Acme to Acme 2",
  ],
  [
    event(
      "organizations.update",
      changed("organizations", acme, { slug: "acme-2" }),
    ),
    "Ana moved the organization from /o/acme to /o/acme-2",
  ],
  [
    event(
      "organizations.update",
      changed("organizations", acme, {
        settings: { timezone: "Europe/Berlin" },
      }),
    ),
    "Ana changed the organization’s time zone",
  ],
  [
    event("organizations.update", changed("organizations", acme, {})),
    "Ana saved the organization’s settings as they were",
  ],
  [
    event(
      "organizations.requireTwoFactor",
      changed("organizations", acme, {
        twoFactorRequiredFrom: new Date(2026, 11, 3, 12).getTime(),
      }),
    ),
    "Ana required a second factor of every member from December 3, 2026 on",
  ],
  [
    event(
      "organizations.requireTwoFactor",
      changed(
        "organizations",
        { ...acme, twoFactorRequiredFrom: 5 },
        {
          twoFactorRequiredFrom: null,
        },
      ),
    ),
    "Ana no longer required a second factor",
  ],
  ...(
    [
      [
        { auditRetentionDays: 730 },
        "keeps the audit log for 2 years from now on",
      ],
      [
        { auditRetentionDays: null },
        "keeps the audit log without an end from now on",
      ],
      [
        {
          nextAuditRetentionDays: 30,
          nextAuditRetentionFrom: new Date(2027, 2, 3).getTime(),
        },
        "noted that the plan keeps the audit log for 30 days, from March 3, 2027 on",
      ],
      [
        {
          nextAuditRetentionDays: 30,
          nextAuditRetentionFrom: new Date(2027, 2, 3).getTime(),
          auditNoticeSentAt: 1,
        },
        "told the admins that the audit log will be kept for 30 days from March 3, 2027 on",
      ],
      [{}, "noted that the audit log is kept as long as before"],
    ] as const
  ).map(([after, sentence]): [AuditEvent, string] => [
    event("audit.adjustPeriod", changed("organizations", kept, after)),
    `Ana ${sentence}`,
  ]),
  [
    event("account.delete", removed("memberships", ben)),
    "Ana deleted their account and left",
  ],
];

test.each(SENTENCES)("tells %#: the right sentence", (one, sentence) => {
  expect(tell(one)).toBe(sentence);
});

describe("what there is no sentence for", () => {
  test("is told by what changed", () => {
    const one = event(
      "apiKeys.create",
      added("api_keys", { name: "Deploy" }),
      added("memberships", ben),
    );
    expect(tell(one)).toBe("Ana added to api keys: Deploy and 1 more");
  });

  test.each(SENTENCES.map(([{ action }]) => action).concat("toString", "x.y"))(
    "is told as %s when it changed nothing that is known",
    (action) => {
      expect(tell(event(action))).toMatch(/^Ana \w/);
      const odd = event(action, removed("memberships", {}), added("x", {}));
      expect(tell(odd)).toMatch(/^Ana \w/);
      expect(tell(odd)).not.toContain("undefined");
    },
  );
});

test("names the system, and does not invent a name", () => {
  const one = event("members.remove", removed("memberships", ben));
  const actor = { kind: "system" as const, id: null, name: null };
  expect(tell({ ...one, actor })).toBe(
    "The system removed Ben from the organization",
  );
  expect(actorName({ actor: { ...actor, kind: "user" } })).toBe("Somebody");
});
