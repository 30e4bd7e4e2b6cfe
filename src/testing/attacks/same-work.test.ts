import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "../kit/actor";
import type { TestServer } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { createRaceControl } from "../kit/race";
import { tapClient } from "../kit/tap-client";
import { createProbes, prepareAddresses } from "./address-probes";

/** The parts of a call that take time: the SQL statements in their order, and the number of password hashes. */
interface Work {
  statements: string[];
  hashes: number;
}

let work: Work = { statements: [], hashes: 0 };
let asking: Actor;
let known: string;
let unknown: string;
const server = serverSuite(
  {},
  {
    ...createRaceControl(),
    intercept: (client) => tapClient(client, { before: note }),
  },
);
beforeAll(async () => {
  countHashes(server);
  asking = await server.person();
  ({ known, unknown } = await prepareAddresses(server, probes));
  // Later calls of this session read it from the cache of rows, so the first counted call must do so too.
  await asking.get("/auth/context");
});

/** Matches SQL statements of background jobs: the delivery of mails and the deletion of expired rows. */
const IN_BACKGROUND =
  /^\s*(update outbox|.*"?captured_mails"?|delete from \w+ where rowid in|select "language" from)/i;

function note(texts: string[]): void {
  work.statements.push(...texts.filter((text) => !IN_BACKGROUND.test(text)));
}

function countHashes({ services }: TestServer): void {
  const { passwords } = services.deps;
  const { hash, verify } = passwords;
  passwords.hash = (password) => {
    work.hashes++;
    return hash(password);
  };
  passwords.verify = (password, stored) => {
    work.hashes++;
    return verify(password, stored);
  };
}

/** Returns the statements and password hashes of a call, up to its response. */
async function workOf(call: () => Promise<unknown>): Promise<Work> {
  await server.services.outbox.idle();
  work = { statements: [], hashes: 0 };
  const counted = work;
  await call();
  work = { statements: [], hashes: 0 };
  return counted;
}

const probes = createProbes(server, () => asking);

describe("a known and an unknown address cause the same work:", () => {
  test.each(Object.entries(probes))("%s", async (_, probe) => {
    const one = await workOf(() => probe(known));
    const other = await workOf(() => probe(unknown));
    expect(one.statements.length).toBeGreaterThan(0);
    expect(one).toEqual(other);
  });

  test("an address with a pending sign-up and one without", async () => {
    const probe = probes["a request for a verification link"];
    const pending = await workOf(() => probe(unknown));
    const other = await workOf(() => probe("never@example.com"));
    expect(pending).toEqual(other);
  });
});
