import { beforeAll, describe, expect, test } from "bun:test";
import type { Answer } from "../kit/actor";
import { type CrossTenantInput, type Row, rows } from "./cross-tenant-inputs";
import { fixture, serverSuite } from "../kit/suite";
import {
  callOver,
  comparable,
  FACES,
  procedureAt,
  type ProcedurePath,
  procedures,
  withoutRequestId,
} from "./procedures";
import { startWriteProbe, tenantTableNames } from "../kit/snapshot";
import { KEY_ACCESS } from "#server/features/key-access";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "../kit/api-keys";
import { createNobody, createTenant, type Tenant } from "./tenants";

const PROGRAMS = ["a personal key", "a service account"] as const;

const server = serverSuite();
const writes = fixture(() => startWriteProbe(server));
let home: Tenant;
let victim: Tenant;
let nobody: ReturnType<typeof createNobody>;
/** Programs of the admin's organization: with a personal API key, and with the key of a service account. */
const programs = {} as Record<(typeof PROGRAMS)[number], KeyActor>;
beforeAll(async () => {
  // Create the ids in this order: as list cursors, the ids of the other tenant and unknown ids then mean the same place
  // in the lists of `home`.
  home = await createTenant(server, "Homestead");
  victim = await createTenant(server, "Quarry");
  nobody = createNobody();
  const { id } = home.names;
  programs["a personal key"] = await addPersonalKey(server, id, home.admin);
  programs["a service account"] = await addServiceKey(
    server,
    id,
    await addServiceAccount(server.db, id, "admin", home.admin),
  );
});

test("the other tenant has rows in every table that belongs to organizations", async () => {
  const tables = await tenantTableNames(server.db);
  expect(tables).toContain("projects");
  for (const table of tables) {
    const { rows: found } = await server.db.client.execute({
      sql: `select count(*) from "${table}" where org_id = ?`,
      args: [victim.names.id],
    });
    expect({ [table]: Number(found[0]?.[0]) > 0 }).toEqual({ [table]: true });
  }
});

test("the table of procedures is the router's", () => {
  expect(Object.keys(rows).toSorted()).toEqual(
    procedures.map(({ path }) => path as string).toSorted(),
  );
});

for (const [path, row] of Object.entries(rows) as [
  ProcedurePath,
  Row<unknown>,
][]) {
  if (typeof row === "function")
    describe(path, () => {
      for (const face of FACES)
        test(`over ${face}, what is another tenant's does not exist`, () =>
          expectNoWayIn(crossTenantInputs(row), (input) =>
            callOver(face, home.admin, path, input),
          ));
      for (const program of PROGRAMS)
        for (const face of ["tRPC", "REST"] as const)
          test(`over ${face} with ${program}, neither`, () =>
            expectNoWayIn(
              crossTenantInputs(row),
              (input) => callOver(face, programs[program], path, input),
              statusForKeys(path),
            ));
      if (!procedureAt(path).meta.limit)
        test("in a batch behind a call of the stranger's own, too", () =>
          expectNoWayInByBatch(path, row));
    });
  else if ("input" in row)
    test(`${path} ${row.noCrossTenantInput}`, async () => {
      await writes.hasWritten();
      for (const face of FACES)
        for (const caller of [home.admin, ...Object.values(programs)])
          expectNothingLeaks(await callOver(face, caller, path, row.input));
      expect(await writes.hasWritten()).toBe(false);
    });
}

describe("the organization is part of every call", () => {
  for (const { path, type, meta } of procedures) {
    if (!meta.openapi?.path.includes("{org}")) continue;
    test(`${path} without one is refused, wherever the caller left off`, async () => {
      const row = rows[path] as CrossTenantInput<object>;
      const { org: _, ...input } = {
        org: "",
        ...row(home.names.slug, home.ids),
      };
      await writes.hasWritten();
      const answer = await home.admin.trpc(type, path, input);
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('"path":"org"');
      expect(await writes.hasWritten()).toBe(false);
    });
  }
});

interface Attempt {
  way: string;
  foreign: unknown;
  missing: unknown;
  /** Whether the input names the other tenant's organization. The server must refuse such an input. */
  isAway: boolean;
}

/**
 * Combines each name of the other organization with its ids, and the caller's own organization with the other
 * organization's ids.
 */
function crossTenantInputs(row: CrossTenantInput<unknown>): Attempt[] {
  const away = Object.entries(victim.names).map(([name, org]) => ({
    way: `by ${name}`,
    foreign: row(org, victim.ids),
    missing: row(nobody.names[name as keyof typeof nobody.names], nobody.ids),
    isAway: true,
  }));
  const athome = {
    way: "through an organization of one's own",
    foreign: row(home.names.slug, victim.ids),
    missing: row(home.names.slug, nobody.ids),
    isAway: false,
  };
  const takesIds = !Bun.deepEquals(athome.foreign, athome.missing);
  return takesIds ? [...away, athome] : away;
}

async function expectNoWayIn(
  attempts: Attempt[],
  call: (input: unknown) => Promise<Answer>,
  refusal = 404,
): Promise<void> {
  for (const { way, foreign, missing, isAway } of attempts) {
    await writes.hasWritten();
    const answer = await call(foreign);
    expect({ way, ...comparable(answer) }).toEqual({
      way,
      ...comparable(await call(missing)),
    });
    if (isAway)
      expect({ way, status: answer.status }).toEqual({ way, status: refusal });
    expectNothingLeaks(answer);
    expect(await writes.hasWritten()).toBe(false);
  }
}

/** The status for a program that names another organization: 403 if the procedure is not open to API keys. */
function statusForKeys(path: ProcedurePath): number {
  return KEY_ACCESS[path] === "refused" ? 403 : 404;
}

async function expectNoWayInByBatch(
  path: ProcedurePath,
  row: CrossTenantInput<unknown>,
): Promise<void> {
  const { type } = procedureAt(path);
  for (const { foreign, missing } of crossTenantInputs(row)) {
    await writes.hasWritten();
    const answer = await home.admin.trpcBatch(type, [
      ownCall(type),
      { path, input: foreign },
      { path, input: missing },
    ]);
    const [own, ...others] = Object.values(answer.body);
    expect(own).toHaveProperty("result");
    const [onForeign = "", onMissing] = others.map((other) =>
      withoutRequestId(JSON.stringify(other)),
    );
    expect(onForeign).toBe(onMissing ?? "no answer");
    expectNothingLeaks(answer);
    expect(await writes.hasWritten()).toBe(false);
  }
}

/** Returns a call that the caller may make and that changes nothing. */
function ownCall(type: "query" | "mutation") {
  const org = home.names.slug;
  return type === "query"
    ? { path: "organizations.get", input: { org } }
    : {
        path: "members.updateRole",
        input: { org, userId: home.admin.id, role: "admin" },
      };
}

function expectNothingLeaks({ text, headers }: Answer): void {
  const said = `${text} ${[...headers.values()].join(" ")}`;
  for (const secret of victim.secrets) expect(said).not.toContain(secret);
}
