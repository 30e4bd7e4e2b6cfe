import { beforeAll, expect, test } from "bun:test";
import * as fc from "fast-check";
import {
  ABOUT_ONESELF,
  type Grants,
  grantsOf,
  KEY_SCOPES,
  type Permission,
  PERMISSIONS,
  ROLES,
} from "#shared/permissions";
import type { Actor, Answer } from "../kit/actor";
import { expectStatus, type TestOrganization } from "../kit/server";
import { serverSuite } from "../kit/suite";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "../kit/api-keys";

/**
 * The test checks that no action leaves a user or a service account with a permission that the caller did not hold
 * before. It follows that a group of callers cannot gain a permission that none of them held at the start. Users act in
 * a session or with a personal API key, and a service account acts with its key.
 */

/**
 * By default a few fixed cases run, so that a change does not fail because of an older fault. `ESCALATION_RUNS=500 bun
 * test src/testing/matrix/escalation.test.ts` runs random cases.
 */
const MORE = process.env.ESCALATION_RUNS;
const RUNS = Number(MORE ?? 20);
const SEED = MORE === undefined ? 1 : undefined;
const ACTS = 20;
const PEOPLE = 4;
const ACCOMPLICES = 2;

/** Permissions with which a user could try to gain further permissions. */
const TOOLS: Permission[] = [
  "role:read",
  "role:manage",
  "member:read",
  "member:update",
  "member:remove",
  "invitation:read",
  "invitation:create",
  "apiKey:manage",
];

const server = serverSuite();
let admin: Actor;
let people: Actor[];
let accomplices: Actor[];
beforeAll(async () => {
  const persons = await Promise.all(
    Array.from({ length: 1 + PEOPLE + ACCOMPLICES }, (_, index) =>
      server.person(`Person ${index}`),
    ),
  );
  const [first, ...others] = persons;
  if (!first) throw new Error("There is an admin.");
  admin = first;
  people = others.slice(0, PEOPLE);
  accomplices = others.slice(PEOPLE);
});

const rights = fc.uniqueArray(fc.constantFrom(...PERMISSIONS), {
  maxLength: 8,
});
/** A number that selects an item of a list by its remainder, because the length of the list is not known yet. */
const any = fc.nat(100);
const firstRoles = fc.array(
  fc
    .tuple(rights, fc.subarray(TOOLS, { minLength: 3 }))
    .map((parts) => [...new Set(parts.flat())]),
  { minLength: PEOPLE, maxLength: PEOPLE },
);
const act = fc.record({
  who: any,
  through: fc.constantFrom("session", "session", "key", "service account"),
  whom: any,
  role: any,
  other: any,
  rights,
  kind: fc.constantFrom(
    "make a role",
    "change a role",
    "delete a role",
    "give a role",
    "invite",
    "send again",
    "remove",
    "suspend",
    "reactivate",
    "leave",
    "make a key",
    "change a key",
    "make a service account",
    "change a service account",
    "make a key of a service account",
  ),
});
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

test(
  "no action leaves anybody with a permission that its caller did not hold",
  async () => {
    let succeeded = 0;
    await fc.assert(
      fc.asyncProperty(
        firstRoles,
        fc.array(rights, { minLength: PEOPLE, maxLength: PEOPLE }),
        fc.array(act, { minLength: 5, maxLength: ACTS }),
        async (given, scopes, acts) => {
          const org = await server.organization(admin);
          await prepare(org, given);
          const callers = await prepareCallers(org, scopes);
          for (const one of acts) {
            const before = await rightsIn(org);
            const { actor, held } = callers(one, before);
            const answers = await perform(org, actor, humble(one, held));
            for (const { status, text } of answers)
              if (status >= 500) throw new Error(`${one.kind}: ${text}`);
            if (answers.every(({ status }) => status < 300)) succeeded++;
            expectNothingWon(before, await rightsIn(org), held, one);
          }
        },
      ),
      { numRuns: RUNS, seed: SEED },
    );
    // Enough actions must succeed, because refused actions prove nothing.
    expect(succeeded).toBeGreaterThan(RUNS);
  },
  300_000 + RUNS * 5_000,
);

/** Gives every user except the admin a separate custom role. */
async function prepare(org: TestOrganization, given: Permission[][]) {
  for (const [index, person] of people.entries()) {
    const { body } = expectStatus(
      await admin.post(`/organizations/${org.slug}/roles`, {
        name: `Role ${index}`,
        basedOn: "viewer",
        permissions: given[index] ?? [],
      }),
      201,
    );
    await admit(org, admin, person, String(body.id));
  }
}

/** A caller of one action, and the permissions of the call. */
interface ActingCaller {
  actor: Actor;
  held: Grants;
}

/** Creates a personal API key for every user except the admin, and a service account with the role of one of them. */
async function prepareCallers(org: TestOrganization, scopes: Permission[][]) {
  const all = [...PERMISSIONS];
  const roleOfFirst = pick(await rolesIn(org), 0);
  // Without the limit of the plan, the callers can add service accounts.
  await server.db.client.execute({
    sql: "update organizations set service_account_limit = null where id = ?",
    args: [org.id],
  });
  const account = await addServiceAccount(
    server.db,
    org.id,
    roleOfFirst,
    admin,
  );
  const program = await addServiceKey(server, org.id, account, all);
  const owned = await Promise.all(
    people.map(async (person, index) => {
      const own = [...(scopes[index] ?? []), ...TOOLS];
      return { own, key: await addPersonalKey(server, org.id, person, own) };
    }),
  );
  return (
    { who, through }: Act,
    rightsOf: ReadonlyMap<string, Grants>,
  ): ActingCaller => {
    const nothing: Grants = new Set();
    if (through === "service account")
      return { actor: program, held: rightsOf.get(account) ?? nothing };
    const person = pick(people, who);
    const held = rightsOf.get(person.id) ?? nothing;
    if (through === "session") return { actor: person, held };
    const { own, key } = pick(owned, who);
    // The key acts for the person, who is named in the paths of its calls.
    key.id = person.id;
    // A key can give the permissions of its owner that only concern the owner, such as leaving.
    const givable = [...own, ...ABOUT_ONESELF];
    return {
      actor: key,
      held: new Set(givable.filter((one) => held.has(one))),
    };
  };
}

async function admit(
  org: TestOrganization,
  inviter: Actor,
  person: Actor,
  role: string,
): Promise<Answer[]> {
  const invited = await inviter.post(`/organizations/${org.slug}/invitations`, {
    email: person.email,
    role,
  });
  return invited.status === 201 ? [invited, await accept(person)] : [invited];
}

async function accept(person: Actor): Promise<Answer> {
  const token = await server.mailedToken(person.email, "invite");
  return person.post("/invitations/accept", { token });
}

/**
 * Limits three of four actions to permissions that the user holds. Without this limit the server would refuse most
 * actions, and refused actions prove nothing.
 */
function humble(one: Act, held: Grants): Act {
  if (one.other % 4 === 0) return one;
  return { ...one, rights: one.rights.filter((right) => held.has(right)) };
}

async function perform(
  org: TestOrganization,
  actor: Actor,
  { kind, whom, role, other, rights: permissions }: Act,
): Promise<Answer[]> {
  const home = `/organizations/${org.slug}`;
  const known = await rolesIn(org);
  const named = pick(known, role);
  const person = pick([...people, ...accomplices, admin], whom);
  const member = `${home}/members/${person.id}`;
  switch (kind) {
    case "make a role":
      return [
        await actor.post(`${home}/roles`, {
          name: `Role ${known.length}-${role}`,
          basedOn: "viewer",
          permissions,
        }),
      ];
    case "change a role":
      return [await actor.put(`${home}/roles/${named}`, { permissions })];
    case "delete a role":
      return [
        await actor.delete(
          `${home}/roles/${named}?replacement=${pick(known, other)}`,
        ),
      ];
    case "give a role":
      return [await actor.put(member, { role: named })];
    case "invite":
      return admit(org, actor, pick(accomplices, whom), named);
    case "send again":
      return sendAgain(org, actor, pick(accomplices, whom), named, other);
    case "remove":
      return [await actor.delete(member)];
    case "suspend":
    case "reactivate":
      return [await actor.post(`${member}/${kind}`, {})];
    case "leave":
      return [await actor.delete(`${home}/members/${actor.id}`)];
    case "make a key":
      return [await actor.post(`${home}/api-keys`, keyWith(permissions))];
    case "change a key":
      return [
        await actor.put(
          `${home}/api-keys/${pick(await idsIn(org, "api_keys"), whom)}`,
          { scopes: keyWith(permissions).scopes },
        ),
      ];
    case "make a service account":
      return [
        await actor.post(`${home}/service-accounts`, {
          name: "Robot",
          role: named,
        }),
      ];
    case "change a service account":
    case "make a key of a service account": {
      const account = pick(await idsIn(org, "service_accounts"), whom);
      const path = `${home}/service-accounts/${account}`;
      return kind === "change a service account"
        ? [await actor.put(path, { role: named })]
        : [await actor.post(`${path}/keys`, keyWith(permissions))];
    }
  }
}

/** Invites a user with one role, and resends the invitation with another role before the user accepts it. */
async function sendAgain(
  org: TestOrganization,
  actor: Actor,
  person: Actor,
  role: string,
  other: number,
): Promise<Answer[]> {
  const path = `/organizations/${org.slug}/invitations`;
  const invited = await actor.post(path, { email: person.email, role });
  if (invited.status !== 201) return [invited];
  const again = await actor.post(`${path}/${String(invited.body.id)}/resend`, {
    role: pick(await rolesIn(org), other),
  });
  return [again, await accept(person)];
}

function keyWith(permissions: readonly Permission[]) {
  const scopes = KEY_SCOPES.filter((scope) => permissions.includes(scope));
  // A key needs at least one scope.
  return {
    name: "Key",
    scopes: scopes.length > 0 ? scopes : ["project:read"],
  };
}

async function idsIn(
  org: TestOrganization,
  table: "api_keys" | "service_accounts",
): Promise<string[]> {
  const { rows } = await server.db.client.execute({
    sql: `select id from ${table} where org_id = ? order by id`,
    args: [org.id],
  });
  return rows.map(({ id }) => String(id));
}

/**
 * Reads the permissions of every user except the admin, of every service account and of every API key directly from the
 * database.
 */
async function rightsIn(org: TestOrganization): Promise<Map<string, Grants>> {
  const { rows } = await server.db.client.execute({
    sql: `select user_id, role, (select permissions from roles where org_id = m.org_id and id = m.role) as custom
      from memberships as m where org_id = ?1 and user_id <> ?2 and suspended_at is null
      union all
      select id, role, (select permissions from roles where org_id = a.org_id and id = a.role)
      from service_accounts as a where org_id = ?1 and suspended_at is null
      union all
      select id, '', scopes from api_keys where org_id = ?1 and revoked_at is null`,
    args: [org.id, admin.id],
  });
  return new Map(
    rows.map(({ user_id, role, custom }) => [
      String(user_id),
      typeof custom === "string"
        ? new Set(JSON.parse(custom) as Permission[])
        : grantsOf(String(role)),
    ]),
  );
}

async function rolesIn(org: TestOrganization): Promise<string[]> {
  const { rows } = await server.db.client.execute({
    sql: "select id from roles where org_id = ? order by id",
    args: [org.id],
  });
  return [...rows.map(({ id }) => String(id)), ...ROLES];
}

function expectNothingWon(
  before: Map<string, Grants>,
  after: Map<string, Grants>,
  held: Grants,
  { kind }: Act,
): void {
  for (const [person, now] of after) {
    const had = before.get(person) ?? new Set();
    const won = [...now].filter((right) => !had.has(right) && !held.has(right));
    expect({ kind, won }).toEqual({ kind, won: [] });
  }
}

function pick<T>(among: readonly T[], index: number): T {
  const found = among[index % among.length];
  if (found === undefined) throw new Error("There is nobody to choose from.");
  return found;
}
