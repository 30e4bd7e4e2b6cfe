import { beforeAll, describe, expect, test } from "bun:test";
import { eq } from "drizzle-orm";
import { TenantDb } from "#server/kernel/db/tenant-db";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { memberships } from "#server/core/memberships/table";
import { projects } from "#server/features/projects/table";
import { newId } from "#shared/id";
import type { Actor, Answer } from "../kit/actor";
import { changingAttempt, requireSecondFactor } from "./changing-inputs";
import { CHALLENGE } from "./valid-inputs";
import { startDns } from "../peers/dns";
import { createHold, type HeldMutation } from "../kit/hold";
import { fixture, serverSuite } from "../kit/suite";
import { problemOf } from "../kit/problem";
import {
  callRest,
  procedureAt,
  type ProcedurePath,
  procedures,
} from "./procedures";
import {
  type Roles,
  createRoles,
  createScenario,
  type Scenario,
  signInAgain,
} from "./scenarios";
import { startWriteProbe, tenantTableNames } from "../kit/snapshot";

/**
 * Mutations that belong to no organization or create one. Every other mutation checks the organization's version before
 * it commits.
 */
const WITHOUT_VERSION: readonly string[] = [
  "auth.signUp",
  "auth.verifyEmail",
  "auth.choosePassword",
  "auth.resendVerification",
  "auth.signIn",
  "auth.forgotPassword",
  "auth.resetPassword",
  "auth.signOut",
  "auth.switchOrganization",
  "auth.reauthenticate",
  "auth.changePassword",
  "auth.updateMe",
  "auth.revokeSession",
  "auth.revokeOtherSessions",
  "account.changeEmail",
  "account.cancelEmailChange",
  "account.confirmEmail",
  "account.setAvatar",
  "account.removeAvatar",
  "twoFactor.signIn",
  "twoFactor.startTotp",
  "twoFactor.confirmTotp",
  "twoFactor.removeTotp",
  "twoFactor.newRecoveryCodes",
  "passkeys.startSignIn",
  "passkeys.signIn",
  "passkeys.startRegistration",
  "passkeys.register",
  "passkeys.rename",
  "passkeys.remove",
  "linkedAccounts.startSignIn",
  "linkedAccounts.startLink",
  "linkedAccounts.startReauthentication",
  "linkedAccounts.complete",
  "linkedAccounts.unlink",
  "organizations.create",
];

/**
 * Mutations that commit nothing for an organization: they only read, store rows without an organization, or need an
 * external account.
 */
const NOT_STORED: readonly string[] = [
  "invitations.preview",
  "links.preview",
  "billing.portal",
  "passkeys.startSignIn",
  "passkeys.startRegistration",
  "linkedAccounts.startSignIn",
  "linkedAccounts.startLink",
  "linkedAccounts.startReauthentication",
  "linkedAccounts.complete",
];

/** Each procedure is called by the first of these callers who may call it. */
const CALLERS = ["admin", "member", "stranger"] as const;

/** Changes outside of an organization that end a user's permissions, each with the statement that undoes the change. */
const ENDINGS = [
  [
    "the session was ended",
    "delete from sessions where user_id = ?",
    "select ?",
  ],
  [
    "the account was suspended",
    "update users set suspended_at = 1 where id = ?",
    "update users set suspended_at = null where id = ?",
  ],
] as const;

const hold = createHold();
let roles: Roles;
let spare: Actor;
let tenantTables: ReadonlySet<string>;
const dns = fixture(startDns);
const server = serverSuite(() => ({ DNS_SERVERS: dns.address }), hold.control);
const writes = fixture(() => startWriteProbe(server));
beforeAll(async () => {
  dns.defaultAnswer = { records: [[`tenantry-verification=${CHALLENGE}`]] };
  roles = await createRoles(server);
  spare = await server.person();
  tenantTables = new Set(await tenantTableNames(server.db));
});

// The callers of this test have sessions.
const mutations = procedures.filter(
  ({ type, meta }) => type === "mutation" && meta.access !== "key",
);

for (const { path, meta } of mutations)
  describe(path, () => {
    test("runs again when its organization changed meanwhile", async () => {
      const call = await begin(path);
      if (!call) return expectNotStored(path);
      const orgIds = [...call.held.work.versions.keys()];
      for (const orgId of orgIds) await changeOrganization(orgId);
      call.held.release();
      const { status } = await call.answer;
      const isVersioned = !WITHOUT_VERSION.includes(path) && !meta.guardsItself;
      expect({
        isVersioned: orgIds.length > 0,
        isDone: status < 300,
        runs: call.runs(),
      }).toEqual({ isVersioned, isDone: true, runs: isVersioned ? 2 : 1 });
      await recover(call.scenario);
    });

    test("moves the head of every organization whose rows it writes", async () => {
      const call = await begin(path);
      if (!call) return expectNotStored(path);
      const begun = hold.batches.length;
      call.held.release();
      await call.answer;
      const silent = hold.batches
        .slice(begun)
        .filter((batch) => !batch.some((text) => MOVES_HEAD.test(text)))
        .flatMap((batch) => batch.flatMap((text) => writtenTable(text) ?? []))
        .filter((table) => tenantTables.has(table) && !(table in SILENT));
      expect(silent).toEqual([]);
      await recover(call.scenario);
    });

    if (meta.access === "anyone") return;
    for (const [title, end, undo] of ENDINGS)
      test(`is refused when ${title} meanwhile`, async () => {
        const call = await begin(path);
        if (!call) return expectNotStored(path);
        const id = await idOf(call.scenario.caller);
        await addAdmins(id);
        await expectRefusal(call, "SIGNED_OUT", () => execute(end, id));
        await execute(undo, id);
        await recover(call.scenario);
      });

    if (!procedureAt(path).meta.openapi?.path.includes("{org}")) return;
    test("is refused when its caller was removed meanwhile", async () => {
      const call = await begin(path);
      if (!call) return expectNotStored(path);
      const { caller, orgId } = call.scenario;
      const id = await idOf(caller);
      await addAdmins(id);
      await expectRefusal(call, "ORGANIZATION_NOT_FOUND", () =>
        changeOrganization(orgId, (tenant) => removeMember(tenant, id)),
      );
      await recover(call.scenario);
    });
    test("is refused when its caller lost the second factor that the organization requires", async () => {
      const call = await begin(path, requireSecondFactor);
      if (!call) return expectNotStored(path);
      const id = await idOf(call.scenario.caller);
      await expectRefusal(call, "SECOND_FACTOR_REQUIRED", () =>
        execute("delete from passkeys where user_id = ?", id),
      );
      await recover(call.scenario);
    });
  });

const MOVES_HEAD = /^(insert into|update) "audit_heads"/;

/**
 * Tables whose rows belong to organizations and that a batch may write without an audit event, each with the reason.
 */
const SILENT: Record<string, string> = {
  former_members:
    "an address is remembered when its owner gives it up; who joins guards it",
  project_favourites: "favourites are private to a user",
  subscriptions: "when the payment provider was asked, and nothing had changed",
};

function writtenTable(sql: string): string | undefined {
  return /^\s*(?:insert(?: or \w+)? into|update|delete from) "?(\w+)/i.exec(
    sql,
  )?.[1];
}

interface Begun {
  scenario: Scenario;
  held: HeldMutation;
  answer: Promise<Answer>;
  runs(): number;
}

/**
 * Starts the call as the first caller who may make it, and stops before the commit. Returns undefined if the call
 * commits nothing.
 */
async function begin(
  path: ProcedurePath,
  prepare?: (scenario: Scenario) => Promise<void>,
): Promise<Begun | undefined> {
  const attempt = changingAttempt(path);
  for (const caller of CALLERS) {
    const scenario = await createScenario(server, roles, caller);
    const input = await attempt(scenario);
    await prepare?.(scenario);
    const { held, runs } = hold.next(path);
    const answer = callRest(scenario.caller, path, input);
    const first = await Promise.race([held, answer]);
    if ("release" in first) return { scenario, held: first, answer, runs };
    await recover(scenario);
  }
  return undefined;
}

function expectNotStored(path: ProcedurePath): void {
  expect(NOT_STORED).toContain(path);
}

async function expectRefusal(
  { held, answer }: Begun,
  reason: string,
  change: () => Promise<void>,
): Promise<void> {
  await server.services.outbox.idle();
  await change();
  await writes.hasWritten();
  held.release();
  expect(problemOf(await answer).reason).toBe(reason);
  expect(await writes.hasWritten()).toBe(false);
}

/** Commits another audited mutation in the organization. */
async function changeOrganization(
  orgId: string,
  change: (tenant: TenantDb) => void | Promise<void> = addProject,
): Promise<void> {
  const work = new UnitOfWork(Date.now());
  work.appendUnversioned(orgId);
  await change(new TenantDb(server.db.drizzle, work, orgId));
  await server.services.deps.audit.commit(work, {
    actor: { kind: "system", id: null, name: null },
    action: "else",
    requestId: null,
    address: null,
  });
}

function addProject(tenant: TenantDb): void {
  const times = { createdAt: tenant.now, updatedAt: tenant.now };
  tenant.insert(projects, { id: newId("project"), name: "Else", ...times });
}

async function removeMember(tenant: TenantDb, userId: string): Promise<void> {
  const [row] = await tenant
    .from(memberships)
    .where(eq(memberships.userId, userId));
  if (row) tenant.remove(memberships, row);
}

/** Makes the caller usable for the next call: signed in again, with a password and without passkeys. */
async function recover({ caller }: Scenario): Promise<void> {
  await execute("delete from passkeys");
  await signInAgain(caller);
}

/**
 * Adds a second admin to each organization in which the user is the last admin, so that the user's account can be
 * suspended.
 */
async function addAdmins(userId: string): Promise<void> {
  await execute(
    `insert into memberships (org_id, id, user_id, role, joined_at)
      select org_id, 'mem_' || hex(randomblob(13)), ?1, 'admin', 1 from memberships as m where user_id = ?2 and role = 'admin'
      and not exists (select 1 from memberships as o where o.org_id = m.org_id and o.user_id <> ?2 and o.role = 'admin' and o.suspended_at is null)`,
    spare.id,
    userId,
  );
}

async function idOf(caller: Actor): Promise<string> {
  return String((await caller.get("/auth/me")).body.id);
}

async function execute(sql: string, ...args: string[]): Promise<void> {
  await server.db.client.execute({ sql, args });
}
