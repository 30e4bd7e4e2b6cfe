import type { TestServer } from "../kit/server";

/** What tells nothing about an address: each asks it of one. */
export interface Questions {
  /** An account has it. */
  known: string;
  /** No account has it; a sign-up with it is under way, as with the known one. */
  unknown: string;
  ask: Record<string, (email: string) => Promise<unknown>>;
}

export async function prepareQuestions(server: TestServer): Promise<Questions> {
  const known = (await server.person()).email;
  const unknown = "somebody-0@example.com";
  const asking = await server.person();
  const post = (path: string, body: object) =>
    server.stranger().post(path, body);
  const signUp = (email: string, password: string) =>
    post("/auth/sign-up", { name: "Nora", email, password });
  await signUp(known, "a long enough passphrase");
  await signUp(unknown, "a long enough passphrase");
  const password = "a wrong but long passphrase";
  return {
    known,
    unknown,
    ask: {
      "signing in": (email) => post("/auth/sign-in", { email, password }),
      "signing up": (email) => signUp(email, password),
      "a link for a new password": (email) =>
        post("/auth/forgot-password", { email }),
      "another link to confirm": (email) =>
        post("/auth/verify-email/resend", { email }),
      "taking the address oneself": (email) =>
        asking.post("/auth/change-email", { email }),
    },
  };
}
