import { expect, test } from "bun:test";
import { sql } from "drizzle-orm";
import { newId } from "#shared/id";
import { addUser } from "#testing/kit/database";
import { serverSuite } from "#testing/kit/suite";
import { createContext } from "./context";
import type { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { publicProcedure, router } from "./trpc";

const server = serverSuite();

const conflict = () => conflictRetry("STALE");

/** Calls a mutation with the function `act`, which gets the number of the attempt. */
async function mutate(act: (work: UnitOfWork, run: number) => void) {
  let runs = 0;
  const id = newId("user");
  const procedure = publicProcedure.mutation(({ ctx }) => {
    runs++;
    ctx.response.cookies.push(`run=${runs}`);
    ctx.work.write(addUser(id));
    act(ctx.work, runs);
    return runs;
  });
  const context = createContext(
    server.services.deps,
    new Request(server.url, { method: "POST" }),
    { requestId: newId("request"), socketAddress: "127.0.0.1" },
  );
  const call = router({ procedure }).createCaller(context).procedure;
  const outcome: unknown = await call().catch(
    (error: Error) => error.cause ?? error,
  );
  const { cookies } = context.response;
  return { outcome, runs, cookies, isStored: await hasUser(id) };
}

async function hasUser(id: string): Promise<boolean> {
  const { rows } = await server.db.client.execute({
    sql: "select 1 from users where id = ?",
    args: [id],
  });
  return rows.length === 1;
}

test("a mutation runs once and is stored once", async () => {
  expect(await mutate(() => {})).toEqual({
    outcome: 1,
    runs: 1,
    cookies: ["run=1"],
    isStored: true,
  });
});

test("a mutation runs again after a conflict, and only the last run is stored", async () => {
  const result = await mutate((work, run) => {
    if (run === 1) work.guard(sql`0`, conflict);
    if (run === 2) throw conflict();
  });
  expect(result).toEqual({
    outcome: 3,
    runs: 3,
    cookies: ["run=3"],
    isStored: true,
  });
});

test("a mutation with a conflict at every attempt fails with BUSY and stores nothing", async () => {
  const result = await mutate((work) => work.guard(sql`0`, conflict));
  expect(result).toMatchObject({
    outcome: { reason: "BUSY", details: { retryAfter: 1 } },
    runs: 20,
    isStored: false,
  });
});

test("a mutation that throws a conflict at every attempt fails with its reason", async () => {
  const result = await mutate(() => {
    throw conflict();
  });
  expect(result).toMatchObject({
    outcome: { reason: "STALE" },
    runs: 20,
    isStored: false,
  });
});

test("an error that is no conflict does not run again", async () => {
  for (const refuse of [
    (work: UnitOfWork) => work.guard(sql`0`, () => new DomainError("STALE")),
    () => {
      throw new DomainError("STALE");
    },
  ])
    expect(await mutate(refuse)).toMatchObject({
      outcome: { reason: "STALE" },
      runs: 1,
      isStored: false,
    });
});
