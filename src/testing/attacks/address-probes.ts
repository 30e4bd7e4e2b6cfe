import type { Actor, Answer } from "../kit/actor";
import type { TestServer } from "../kit/server";

export type Probe = (email: string) => Promise<Answer>;

const password = "a wrong but long passphrase";

/**
 * Creates calls whose answer must not reveal whether an email address has an account.
 * @param member returns the signed-in user for calls that need a session
 */
export function createProbes(server: TestServer, member: () => Actor) {
  const post = (path: string, body: object) =>
    server.stranger().post(path, body);
  return {
    "a sign-in": (email) => post("/auth/sign-in", { email, password }),
    "a sign-up": (email) =>
      post("/auth/sign-up", { name: "Nora", email, password }),
    "a request for a reset link": (email) =>
      post("/auth/forgot-password", { email }),
    "a request for a verification link": (email) =>
      post("/auth/verify-email/resend", { email }),
    "a change to the address": (email) =>
      member().post("/auth/change-email", { email }),
  } satisfies Record<string, Probe>;
}

/** Returns an address with an account and an address of the same length without one. Both have a pending sign-up. */
export async function prepareAddresses(
  server: TestServer,
  probes: ReturnType<typeof createProbes>,
) {
  const known = (await server.person()).email;
  const unknown = "somebody-0@example.com";
  for (const email of [known, unknown]) await probes["a sign-up"](email);
  return { known, unknown };
}
