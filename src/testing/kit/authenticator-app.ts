import { Secret, TOTP } from "otpauth";
import type { Actor, Answer } from "./actor";
import { expectStatus, type TestServer } from "./server";
import { problemOf } from "./problem";

const STEP_MS = 30_000;

/** A TOTP authenticator app that uses the server's clock. */
export interface AuthenticatorApp {
  secret: string;
  /**
   * Returns a code.
   * @param steps difference from the current time in steps of 30 seconds
   */
  code(steps?: number): string;
  /** Moves the server's clock by one step and returns the code of that step, which is unused. */
  nextCode(): string;
}

export interface Enrolled extends AuthenticatorApp {
  /** The new recovery codes; empty if the user already had recovery codes. */
  recoveryCodes: string[];
}

/** Sets up an authenticator app for the user and confirms it with a code. */
export async function addApp(
  server: TestServer,
  actor: Actor,
): Promise<Enrolled> {
  const app = await startApp(server, actor);
  const code = app.code();
  const confirmed = await actor.post<"twoFactor.confirmTotp">(
    "/auth/two-factor/totp/confirm",
    { code },
  );
  const { recoveryCodes } = expectStatus(confirmed, 200).body;
  return { ...app, recoveryCodes: recoveryCodes ?? [] };
}

/** Creates a user with an authenticator app. The app's current code is unused. */
export async function personWithApp(server: TestServer) {
  const person = await server.person();
  const app = await addApp(server, person);
  server.passTime(2 * STEP_MS);
  return { person, app };
}

/** Starts to set up an authenticator app for the user, without confirming it. */
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

/** Signs in with the password. Throws unless the server asks for a second factor. */
export async function startPendingSignIn(actor: Actor): Promise<Actor> {
  const { body } = expectStatus(await actor.signIn(), 200);
  if (!body.twoFactorRequired)
    throw new Error("No second factor is asked for.");
  return actor;
}

export function submitCode(actor: Actor, code: string) {
  return actor.post("/auth/two-factor", { code });
}

/** Throws unless the answer is a 401 response with the given reason. */
export function refused(answer: Answer, reason: string): void {
  const found = problemOf(expectStatus(answer, 401)).reason;
  if (found !== reason) throw new Error(`Expected ${reason}, got ${found}.`);
}

export async function isSignedIn(actor: Actor): Promise<boolean> {
  const { status } = await actor.get("/auth/context");
  return status === 200;
}
