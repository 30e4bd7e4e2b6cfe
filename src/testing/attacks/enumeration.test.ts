import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor, Answer } from "../kit/actor";
import { expectStatus, startServer } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { createProbes, type Probe } from "./address-probes";
import { withoutRequestId } from "../matrix/procedures";

const server = serverSuite();
let asking: Actor;
let addresses: [what: string, email: string][];
beforeAll(async () => {
  asking = await server.person();
  const suspended = await server.person();
  const passwordless = await server.person();
  const update = (sql: string, { id }: Actor) =>
    server.db.client.execute({ sql, args: [id] });
  await update("update users set suspended_at = 1 where id = ?", suspended);
  await update(
    "update users set password_hash = null where id = ?",
    passwordless,
  );
  const pending = fresh();
  await server.stranger().post("/auth/sign-up", signUpOf(pending));
  addresses = [
    ["known", (await server.person()).email],
    ["suspended", suspended.email],
    ["passwordless", passwordless.email],
    ["not verified", pending],
  ];
});

const password = "a wrong but long passphrase";

function fresh(): string {
  return `person-${crypto.randomUUID().slice(0, 6)}@example.com`;
}

function signUpOf(email: string) {
  return { name: "Nora", email, password: "quite another passphrase" };
}

async function signUpAndIn(email: string): Promise<Answer> {
  const stranger = server.stranger();
  const { password: chosen, ...rest } = signUpOf(email);
  await stranger.post("/auth/sign-up", { ...rest, password: chosen });
  return stranger.post("/auth/sign-in", { email, password: chosen });
}

const probes: Record<string, Probe> = {
  ...createProbes(server, () => asking),
  "a sign-in right after a sign-up": signUpAndIn,
  "a request for passkey options": () =>
    server.stranger().post("/auth/passkeys/options", {}),
};

describe.each(Object.entries(probes))("%s", (name, ask) => {
  test("gets the same response, byte for byte, for every address", async () => {
    const unknown = shape(await ask(fresh()));
    for (const [what, email] of addresses) {
      const answer = shape(await ask(email));
      expect({ [what]: answer }).toEqual({ [what]: unknown });
    }
    expect(shape(await ask(fresh()))).toEqual(unknown);
    if (name === "a sign-in") expect(unknown.status).toBe(401);
    else if (name.startsWith("a sign-in right"))
      expect(unknown.status).toBe(403);
    else expect(unknown.status).toBeOneOf([200, 202]);
  });
});

const startLimited = () =>
  startServer({ RATE_LIMIT_FACTOR: "1", TRUSTED_PROXIES: "127.0.0.1,::1" });

test("known and unknown addresses get the same responses over the mail limit", async () => {
  const limited = await startLimited();
  try {
    const known = (await limited.person()).email;
    let client = 0;
    const ask = (path: string, email: string) =>
      limited.stranger().post(
        path,
        { email },
        {
          headers: { "x-forwarded-for": `10.0.0.${++client}` },
        },
      );
    const unknown = fresh();
    for (let time = 0; time < 5; time++)
      for (const path of ["/auth/forgot-password", "/auth/verify-email/resend"])
        expect(shape(await ask(path, known))).toEqual(
          shape(await ask(path, unknown)),
        );
    // The calls used up the mail limits of both addresses equally, so other calls must not tell the addresses apart
    // either.
    const person = await limited.person();
    const take = async (email: string) =>
      shape(await person.post("/auth/change-email", { email }));
    for (const status of [202, 202, 202, 429]) {
      const taken = await take(known);
      expect(taken.status).toBe(status);
      expect(await take(unknown)).toEqual(taken);
    }
  } finally {
    await limited.stop();
  }
});

test("ten wrong passwords lock a known and an unknown address", async () => {
  const limited = await startLimited();
  try {
    const known = (await limited.person()).email;
    const guesses = async (email: string) => {
      const statuses = [];
      for (let time = 0; time < 12; time++) {
        const headers = { "x-forwarded-for": `10.1.0.${time}` };
        const body = { email, password };
        const answer = await limited
          .stranger()
          .post("/auth/sign-in", body, { headers });
        statuses.push(answer.status);
      }
      return statuses;
    };
    expect(await guesses(fresh())).toEqual(await guesses(known));
  } finally {
    await limited.stop();
  }
});

test("a password from a sign-up counts as a guess at sign-in", async () => {
  const limited = await startLimited();
  try {
    const known = (await limited.person()).email;
    const guesses = async (email: string) => {
      const statuses = [];
      for (let time = 0; time < 11; time++) {
        const headers = { "x-forwarded-for": `10.2.0.${time}` };
        const guess = `the guess with the number ${time}`;
        const body = { name: "Nora", email, password: guess };
        const stranger = limited.stranger();
        await stranger.post("/auth/sign-up", body, { headers });
        const tried = { email, password: guess };
        statuses.push(
          (await stranger.post("/auth/sign-in", tried, { headers })).status,
        );
      }
      return statuses;
    };
    const expected = [...Array.from({ length: 10 }, () => 403), 429];
    expect(await guesses(known)).toEqual(expected);
    expect(await guesses(fresh())).toEqual(expected);
  } finally {
    await limited.stop();
  }
});

test("a foreign organization gets the same response as an unknown one", async () => {
  const org = await server.organization(asking);
  const outsider = await server.person();
  const there = await outsider.get(`/organizations/${org.slug}`);
  const nowhere = await outsider.get(`/organizations/no-such-${org.slug}`);
  expectStatus(there, 404);
  expect(shape(there)).toEqual(shape(nowhere));
});

/** Returns the response without request ids, dates and random values, so that two responses can be compared. */
function shape({ status, headers, text }: Answer) {
  const kept = [...headers]
    .filter(([name]) => !["x-request-id", "date"].includes(name))
    .map(([name, value]) => [name, withoutRandomness(value)]);
  return {
    status,
    headers: kept,
    length: text.length,
    text: withoutRandomness(withoutRequestId(text)),
  };
}

function withoutRandomness(text: string): string {
  return text.replace(/[\w-]{43,}/g, ({ length }) => `<${length} letters>`);
}
