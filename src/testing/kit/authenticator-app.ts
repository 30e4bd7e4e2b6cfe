import { Secret, TOTP } from "otpauth";
import type { Actor, Answer } from "./actor";
import { expectStatus, type TestServer } from "./server";
import { problemOf } from "./problem";

const STEP_MS = 30_000;

/** What a person has on their phone: it knows the secret, and shows a code of the server's present half minute. */
export interface AuthenticatorApp {
  secret: string;
  /** @param steps half minutes from now */
  code(steps?: number): string;
  /** Waits half a minute, by the server's clock, for a code that was not used yet. */
  nextCode(): string;
}

export interface Enrolled extends AuthenticatorApp {
  /** None for whoever had some already. */
  recoveryCodes: string[];
}

/** Switches an authenticator app on, as its owner would. */
export async function addApp(
  server: TestServer,
  actor: Actor,
): Promise<Enrolled> {
  const app = await startApp(server, actor);
  const code = app.code();
  const confirmed = await actor.post("/auth/two-factor/totp/confirm", { code });
  const { recoveryCodes } = expectStatus(confirmed, 200).body as unknown as {
    recoveryCodes: string[] | null;
  };
  return { ...app, recoveryCodes: recoveryCodes ?? [] };
}

/** Somebody who has an app, and a code on it that the server has never seen. */
export async function newPersonWithApp(server: TestServer) {
  const person = await server.person();
  const app = await addApp(server, person);
  // The codes up to now are behind it: what is shown next was never given.
  server.passTime(2 * STEP_MS);
  return { person, app };
}

/** An app that knows the secret, of which the server has seen no code. */
export async function startApp(
  server: TestServer,
  actor: Actor,
): Promise<AuthenticatorApp> {
  const started = await actor.post("/auth/two-factor/totp");
  return appWith(server, String(expectStatus(started, 200).body.secret));
}

export function appWith(
  server: Pick<TestServer, "services" | "passTime">,
  secret: string,
): AuthenticatorApp {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const { now } = server.services.deps;
  const code = (steps = 0) =>
    totp.generate({ timestamp: now() + steps * STEP_MS });
  return {
    secret,
    code,
    nextCode() {
      server.passTime(STEP_MS);
      return code();
    },
  };
}

/** The first half of a sign-in, in this browser. */
export async function beginSignIn(actor: Actor): Promise<Actor> {
  const { body } = expectStatus(await actor.signIn(), 200);
  if (!body.twoFactorRequired)
    throw new Error("No second factor is asked for.");
  return actor;
}

/** The second half. */
export function giveCode(actor: Actor, code: string) {
  return actor.post("/auth/two-factor", { code });
}

/** @throws Error unless the answer is a 401 for the reason. */
export function refused(answer: Answer, reason: string): void {
  const found = problemOf(expectStatus(answer, 401)).reason;
  if (found !== reason) throw new Error(`Expected ${reason}, got ${found}.`);
}

export async function isSignedIn(actor: Actor): Promise<boolean> {
  const { status } = await actor.get("/auth/context");
  return status === 200;
}
