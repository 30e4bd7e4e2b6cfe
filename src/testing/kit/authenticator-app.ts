import { Secret, TOTP } from "otpauth";
import type { Actor, Answer } from "./actor";
import { expectStatus, type TestServer } from "./server";
import { problemOf } from "./problem";

const STEP_MS = 30_000;

/** A TOTP app, by the clock of the server. */
export interface AuthenticatorApp {
  secret: string;
  /** @param steps time steps of 30 seconds from now */
  code(steps?: number): string;
  /** Moves the clock of the server by one step and returns its code, which is unused. */
  nextCode(): string;
}

export interface Enrolled extends AuthenticatorApp {
  /** Empty if the user had codes already. */
  recoveryCodes: string[];
}

/** Sets up and confirms an app. */
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

/** A new user with an app, whose current code is unused. */
export async function personWithApp(server: TestServer) {
  const person = await server.person();
  const app = await addApp(server, person);
  server.passTime(2 * STEP_MS);
  return { person, app };
}

/** Starts to set up an app, without a confirmation. */
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

/** Signs in with the password. Fails unless a second factor is asked for. */
export async function startPendingSignIn(actor: Actor): Promise<Actor> {
  const { body } = expectStatus(await actor.signIn(), 200);
  if (!body.twoFactorRequired)
    throw new Error("No second factor is asked for.");
  return actor;
}

export function submitCode(actor: Actor, code: string) {
  return actor.post("/auth/two-factor", { code });
}

/** Expects a 401 response with the reason. */
export function refused(answer: Answer, reason: string): void {
  const found = problemOf(expectStatus(answer, 401)).reason;
  if (found !== reason) throw new Error(`Expected ${reason}, got ${found}.`);
}

export async function isSignedIn(actor: Actor): Promise<boolean> {
  const { status } = await actor.get("/auth/context");
  return status === 200;
}
