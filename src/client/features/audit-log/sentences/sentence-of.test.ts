import { describe, expect, test } from "bun:test";
import type { AuditChange, AuditEvent } from "../event.ts";
import { textOf } from "./sentence-parts.ts";
import { actorName, actorNote, sentenceOf } from "./sentence-of.ts";

type Row = Record<string, unknown>;

const SYSTEM: AuditEvent["actor"] = {
  kind: "system",
  id: null,
  name: null,
  keyId: null,
  stewardId: null,
};

function event(action: string, ...changes: AuditChange[]): AuditEvent {
  return {
    id: "evt_1",
    seq: 1,
    at: "2026-11-03T10:00:00.000Z",
    action,
    actor: {
      kind: "user",
      id: "usr_ana",
      name: "Ana",
      keyId: null,
      stewardId: null,
    },
    changes,
    roles: [],
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
const ci = {
  name: "CI",
  description: "",
  role: "member",
  stewardId: null,
  suspendedAt: null,
};
const invitation = { email: "x@y.example", role: "admin", status: "pending" };

const PARAMS: Record<string, string> = { usr_ana: "Ana", usr_ben: "Ben" };
const describeEvent = (one: AuditEvent) =>
  `${actorName(one)} ${textOf(sentenceOf(one, (id) => PARAMS[id] ?? "a former member"))}`;

const team = {
  plan: "team",
  interval: "month",
  seats: 4,
  status: "active",
  periodEndsAt: Date.UTC(2026, 10, 3, 12),
  cancelsAtPeriodEnd: false,
};
const synced = (after: Row, before: Row = team, ...more: AuditChange[]) => ({
  ...event(
    "billing.synchronize",
    changed("subscriptions", before, after),
    ...more,
  ),
  actor: SYSTEM,
});

const adopted = (before: Row, after: Row) => ({
  ...event("billing.adopt", changed("organizations", before, after)),
  actor: SYSTEM,
});

const SENTENCES: [AuditEvent, string][] = [
  [
    event("billing.checkout", added("subscriptions", { plan: null })),
    "Ana started a checkout",
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
    "Ana started a trial of Team with 1 seat",
  ],
  [
    event(
      "billing.change",
      changed("subscriptions", team, { plan: "business", interval: "year" }),
    ),
    "Ana changed the subscription to Business with 4 seats, billed yearly",
  ],
  [
    event(
      "billing.cancel",
      changed("subscriptions", team, { cancelsAtPeriodEnd: true }),
    ),
    "Ana canceled the subscription",
  ],
  [
    event(
      "billing.resume",
      changed("subscriptions", team, { cancelsAtPeriodEnd: false }),
    ),
    "Ana resumed the subscription",
  ],
  [
    event(
      "billing.chooseSeats",
      changed("memberships", ben, { keepsSeat: true }),
    ),
    "Ana assigned seats",
  ],
  [
    event(
      "billing.refresh",
      changed("subscriptions", { ...team, status: "trialing" }, team),
    ),
    "Ana recorded that Team with 4 seats is paid",
  ],
  [synced({ status: "past_due" }), "The system recorded that a payment failed"],
  [
    synced({ status: "unpaid" }),
    "The system recorded that the subscription is unpaid",
  ],
  [
    synced({ status: "cancelled" }),
    "The system recorded that the subscription has ended",
  ],
  [
    synced({ cancelsAtPeriodEnd: true }),
    "The system recorded that the subscription was canceled",
  ],
  [
    synced({ seats: 9 }),
    "The system recorded a subscription to Team with 9 seats, billed monthly",
  ],
  [
    synced(
      {},
      { ...team, status: "past_due" },
      changed("organizations", acme, { plan: "free" }),
    ),
    "The system ended Team because it wasn’t paid",
  ],
  [
    adopted({ plan: "business", seats: 40 }, { plan: "free", seats: 25 }),
    "The system set the plan to Free because the payment provider was changed",
  ],
  [
    adopted({ plan: "business", seats: 40 }, {}),
    "The system kept the plan and its limits after the payment provider changed",
  ],
  [
    adopted({ plan: "business", seats: 40 }, { plan: "free", seats: null }),
    "The system removed all limits because payments were turned off",
  ],
  [
    event("members.suspend", changed("memberships", ben, { suspendedAt: 1 })),
    "Ana suspended Ben",
  ],
  [
    event("members.reactivate", changed("memberships", ben, { joinedAt: 1 })),
    "Ana reactivated Ben",
  ],
  [
    event("roles.create", added("roles", { name: "Support" })),
    "Ana created the role Support",
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
    {
      ...event(
        "members.updateRole",
        changed("memberships", ben, { role: "rol_01kbfrzv3y00jq65antd1bgeq7" }),
      ),
      roles: [{ id: "rol_01kbfrzv3y00jq65antd1bgeq7", name: "Project Lead" }],
    },
    "Ana changed Ben’s role from member to Project Lead",
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
    "Ana resent the invitation to x@y.example",
  ],
  [
    event(
      "invitations.copyLink",
      changed("invitations", invitation, { linkCopiedAt: 5 }),
    ),
    "Ana copied a link to the invitation to x@y.example",
  ],
  [
    event(
      "invitations.updateMany",
      changed("invitations", invitation, { status: "revoked" }),
      changed("invitations", invitation, { status: "revoked" }),
    ),
    "Ana revoked 2 invitations",
  ],
  [
    event(
      "invitations.updateMany",
      changed("invitations", invitation, { expiresAt: 5 }),
    ),
    "Ana resent 1 invitation",
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
    "Ana changed the URL from /o/acme to /o/acme-2",
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
    "Ana saved the organization’s settings without changes",
  ],
  [
    event(
      "organizations.requireTwoFactor",
      changed("organizations", acme, {
        twoFactorRequiredFrom: new Date(2026, 11, 3, 12).getTime(),
      }),
    ),
    "Ana required two-factor authentication for all members from December 3, 2026",
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
    "Ana stopped requiring two-factor authentication",
  ],
  ...(
    [
      [{ auditRetentionDays: 730 }, "set the audit log to be kept for 2 years"],
      [{ auditRetentionDays: null }, "set the audit log to be kept forever"],
      [
        {
          nextAuditRetentionDays: 30,
          nextAuditRetentionFrom: new Date(2027, 2, 3).getTime(),
        },
        "scheduled the audit log to be kept for 30 days from March 3, 2027",
      ],
      [
        {
          nextAuditRetentionDays: 30,
          nextAuditRetentionFrom: new Date(2027, 2, 3).getTime(),
          auditNoticeSentAt: 1,
        },
        "notified the admins that the audit log will be kept for 30 days from March 3, 2027",
      ],
      [{}, "canceled the scheduled change of the audit log retention"],
    ] as const
  ).map(([after, sentence]): [AuditEvent, string] => [
    event("audit.adjustPeriod", changed("organizations", kept, after)),
    `Ana ${sentence}`,
  ]),
  [
    event("account.delete", removed("memberships", ben)),
    "Ana deleted their account and left the organization",
  ],
  [
    event("apiKeys.create", added("api_keys", { name: "Deploy" })),
    "Ana created the API key Deploy",
  ],
  [
    event("apiKeys.rotate", changed("api_keys", { name: "Deploy" }, {})),
    "Ana rotated the API key Deploy",
  ],
  [
    event("apiKeys.revokeSelf", changed("api_keys", { name: "Deploy" }, {})),
    "Ana revoked the API key Deploy",
  ],
  [
    event("serviceAccounts.createKey", added("api_keys", { name: "Deploy" })),
    "Ana created the API key Deploy",
  ],
  ...(
    [
      [{ description: "Builds" }, "changed the service account CI"],
      [{ suspendedAt: 1 }, "suspended the service account CI"],
      [
        { stewardId: "usr_ana" },
        "became the steward of the service account CI",
      ],
      [
        { stewardId: "usr_ben" },
        "made Ben the steward of the service account CI",
      ],
      [
        { stewardId: "usr_ben", role: "admin" },
        "changed the service account CI",
      ],
    ] as const
  ).map(([after, sentence]): [AuditEvent, string] => [
    event("serviceAccounts.update", changed("service_accounts", ci, after)),
    `Ana ${sentence}`,
  ]),
  [
    event(
      "serviceAccounts.update",
      changed("service_accounts", { ...ci, suspendedAt: 1 }, ci),
    ),
    "Ana reactivated the service account CI",
  ],
  [
    event(
      "serviceAccounts.delete",
      removed("api_keys", { name: "Deploy" }),
      removed("service_accounts", ci),
    ),
    "Ana deleted the service account CI",
  ],
];

test.each(SENTENCES)("event %# has the expected sentence", (one, sentence) => {
  expect(describeEvent(one)).toBe(sentence);
});

describe("an event without a sentence", () => {
  test("is described by its changes", () => {
    const one = event(
      "machines.create",
      added("machine_rooms", { name: "Deploy" }),
      added("memberships", ben),
    );
    expect(describeEvent(one)).toBe(
      "Ana added to machine rooms: Deploy and 1 more",
    );
  });

  test.each(SENTENCES.map(([{ action }]) => action).concat("toString", "x.y"))(
    "is described by its action %s if its changes are unknown",
    (action) => {
      expect(describeEvent(event(action))).toMatch(/^Ana \w/);
      const odd = event(action, removed("memberships", {}), added("x", {}));
      expect(describeEvent(odd)).toMatch(/^Ana \w/);
      expect(describeEvent(odd)).not.toContain("undefined");
    },
  );
});

test("a program is described by its kind and its key", () => {
  const keyName = (id: string) =>
    id === "key_1" ? "API key Deploy …abcd" : "";
  const noteOf = (actor: Partial<AuditEvent["actor"]>) =>
    actorNote({ actor: { ...SYSTEM, ...actor } }, keyName);
  const keyId = "key_1";
  const account = "svc_00000000000000000000000000";
  expect(noteOf({ kind: "user", id: "usr_ana" })).toBeUndefined();
  expect(noteOf({})).toBeUndefined();
  expect(noteOf({ kind: "key", id: "usr_ana", keyId })).toBe(
    "API key Deploy …abcd",
  );
  expect(noteOf({ kind: "service", id: account, keyId })).toBe(
    "service account, API key Deploy …abcd",
  );
  expect(noteOf({ kind: "agent", id: account, keyId })).toBe(
    "service account, AI agent, API key Deploy …abcd",
  );
});

test("the system is named, and an unknown user is someone", () => {
  const one = event("members.remove", removed("memberships", ben));
  const actor = SYSTEM;
  expect(describeEvent({ ...one, actor })).toBe(
    "The system removed Ben from the organization",
  );
  expect(actorName({ actor: { ...actor, kind: "user" } })).toBe("Someone");
});
