import {
  afterAll,
  beforeAll,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from "bun:test";
import type { Actor } from "../actor";
import { startServer, type TestServer } from "../kit";
import { timesAsLong } from "./timing";

// Thirty samples of each, up to six times.
setDefaultTimeout(120_000);

/** What nobody can tell apart from afar; an answer that is left early differs by more, as the last tests show. */
const ALIKE = 1.3;

let server: TestServer;
let known: string;
let asking: Actor;
beforeAll(async () => {
  server = await startServer({ DATABASE_SYNCHRONOUS: "FULL" });
  known = (await server.person()).email;
  asking = await server.person();
  const signUp = (email: string) =>
    server.stranger().post("/auth/sign-up", {
      name: "Nora",
      email,
      password: "a long enough passphrase",
    });
  await Promise.all([signUp(known), signUp(unknown)]);
});
afterAll(() => server.stop());

const unknown = "somebody-0@example.com";
const password = "a wrong but long passphrase";

function post(path: string, body: object) {
  return server.stranger().post(path, body);
}

const questions: Record<string, (email: string) => Promise<unknown>> = {
  "signing in": (email) => post("/auth/sign-in", { email, password }),
  "signing up": (email) =>
    post("/auth/sign-up", { name: "Nora", email, password }),
  "a link for a new password": (email) =>
    post("/auth/forgot-password", { email }),
  "another link to confirm": (email) =>
    post("/auth/verify-email/resend", { email }),
  "taking the address oneself": (email) =>
    asking.post("/auth/change-email", { email }),
};

describe("a known and an unknown address take the same time:", () => {
  test.each(Object.entries(questions))("%s", async (_, ask) => {
    const ratio = await timesAsLong(
      server,
      () => ask(known),
      () => ask(unknown),
    );
    expect(ratio).toBeLessThan(ALIKE);
  });

  test("one with a sign-up under way, and one without", async () => {
    const ask = questions["another link to confirm"];
    const ratio = await timesAsLong(
      server,
      () => ask?.(unknown) ?? Promise.resolve(),
      () => ask?.("never-heard-of@example.com") ?? Promise.resolve(),
    );
    expect(ratio).toBeLessThan(ALIKE);
  });
});

describe("this way of measuring would see", () => {
  test("a password that is not compared for want of an account", async () => {
    const { passwords } = server.services.deps;
    const { verify } = passwords;
    passwords.verify = (given, hash) =>
      hash ? verify(given, hash) : Promise.resolve(false);
    try {
      const ask = (email: string) => post("/auth/sign-in", { email, password });
      const ratio = await timesAsLong(
        server,
        () => ask(known),
        () => ask("never-heard-of@example.com"),
      );
      expect(ratio).toBeGreaterThan(ALIKE);
    } finally {
      passwords.verify = verify;
    }
  });

  test("a mail that is not stored for want of an account", async () => {
    const { limits } = server.services.deps;
    const { tryConsume } = limits;
    // Over its limit an address gets no mail, and nothing is stored.
    limits.tryConsume = async (bucket, key) =>
      !key.endsWith(unknown) && tryConsume(bucket, key);
    try {
      const ask = (email: string) => post("/auth/forgot-password", { email });
      const ratio = await timesAsLong(
        server,
        () => ask(known),
        () => ask(unknown),
      );
      expect(ratio).toBeGreaterThan(ALIKE);
    } finally {
      limits.tryConsume = tryConsume;
    }
  });
});
