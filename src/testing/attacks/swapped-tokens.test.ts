import { describe, expect, test } from "bun:test";
import { Actor } from "../kit/actor";
import { copiedToken } from "../kit/people";
import { expectStatus } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { problemOf } from "../kit/problem";
import { fieldsOf, type ProcedurePath, procedures } from "../matrix/procedures";
import { snapshot } from "../kit/snapshot";

const server = serverSuite();

interface Mailed {
  token: string;
  /** The recipient of the token, in the browser that requested it. */
  actor: Actor;
}

/** Creates a token of every kind that the server puts into a mail or a link. */
const kinds = {
  verify: async (): Promise<Mailed> => {
    const { name, email, password } = newcomer();
    const actor = new Actor(server, name, email, password);
    const signUp = actor.post("/auth/sign-up", { name, email, password });
    expectStatus(await signUp, 202);
    return { actor, token: await server.mailedToken(email, "verify") };
  },
  reset: async (): Promise<Mailed> => {
    const actor = await server.person();
    const { email } = actor;
    const forgot = server.stranger().post("/auth/forgot-password", { email });
    expectStatus(await forgot, 202);
    return { actor, token: await server.mailedToken(email, "reset") };
  },
  invite: async (): Promise<Mailed> => {
    const admin = await server.person();
    const actor = await server.person();
    const org = await server.organization(admin);
    const invited = await server.invite(admin, org, actor.email, "member");
    return { actor, token: invited.token };
  },
  "copied invite": async (): Promise<Mailed> => {
    const admin = await server.person();
    const actor = await server.person();
    const org = await server.organization(admin);
    const invited = await server.invite(admin, org, actor.email, "member");
    return { actor, token: await copiedToken(admin, org, invited) };
  },
  join: async (): Promise<Mailed> => {
    const admin = await server.person();
    const org = await server.organization(admin);
    const path = `/organizations/${org.slug}/invitation-links`;
    const made = await admin.post(path, { role: "viewer", maxUses: 1 });
    const { hash } = new URL(String(expectStatus(made, 201).body.url));
    const token = hash.slice("#token=".length);
    return { actor: await server.person(), token };
  },
  "change-email": async (): Promise<Mailed> => {
    const actor = await server.person();
    const { email } = newcomer();
    const change = actor.post("/auth/change-email", { email });
    expectStatus(await change, 202);
    return { actor, token: await server.mailedToken(email, "change-email") };
  },
};
type Kind = keyof typeof kinds;
const allKinds = Object.keys(kinds) as Kind[];

const ANY_INVITE = ["invite", "copied invite"] as const;

/** Every procedure with a token in its input: the kind of token it takes, and its input. */
const takers: Record<
  string,
  {
    takes: Kind | readonly Kind[];
    input: (token: string) => object;
    isRepeatable?: true;
  }
> = {
  "auth.verifyEmail": { takes: "verify", input: (token) => ({ token }) },
  "auth.choosePassword": {
    takes: "verify",
    input: (token) => ({
      token,
      name: "Nora",
      password: "another long passphrase",
    }),
  },
  "auth.resetPassword": {
    takes: "reset",
    input: (token) => ({ token, password: "another long passphrase" }),
  },
  "account.confirmEmail": {
    takes: "change-email",
    input: (token) => ({ token }),
  },
  "links.preview": {
    takes: "join",
    input: (token) => ({ token }),
    isRepeatable: true,
  },
  "links.join": { takes: "join", input: (token) => ({ token }) },
  "invitations.preview": {
    takes: ANY_INVITE,
    input: (token) => ({ token }),
    isRepeatable: true,
  },
  "invitations.accept": { takes: ANY_INVITE, input: (token) => ({ token }) },
  "invitations.decline": { takes: ANY_INVITE, input: (token) => ({ token }) },
};
const paths = Object.keys(takers) as ProcedurePath[];

/** Procedures that give a user the first response again if the user repeats the call. */
const AGAIN = new Set<string>(["invitations.accept", "links.join"]);

function takes(path: ProcedurePath, kind: Kind): boolean {
  return [takers[path]?.takes].flat().includes(kind);
}

function newcomer() {
  const id = crypto.randomUUID();
  const password = "a long enough passphrase";
  return { name: "Nora", email: `${id}@example.com`, password };
}

function give(actor: Actor, path: ProcedurePath, token: string) {
  const input = takers[path]?.input(token);
  const type = procedures.find((one) => one.path === path)?.type ?? "mutation";
  return actor.trpc(type, path, input);
}

test("the table lists every procedure that takes a token", () => {
  const found = procedures.filter(({ path }) =>
    fieldsOf(path).includes("token"),
  );
  expect(found.map(({ path }): string => path).toSorted()).toEqual(
    paths.toSorted(),
  );
});

describe.each(allKinds)("a token of the kind %s", (kind) => {
  const others = paths.filter((path) => !takes(path, kind));

  test.each(others)("is refused by %s and changes nothing", async (path) => {
    const { actor, token } = await kinds[kind]();
    await server.services.outbox.idle();
    const before = await snapshot(server.db);
    for (const browser of [actor, actor.otherBrowser(), server.stranger()]) {
      const answer = await give(browser, path, token);
      // The status is 401 if the browser has no session and the procedure needs one.
      expect(answer.status).toBeOneOf([404, 401]);
      expect(problemOf(answer).reason).toBeOneOf([
        "VERIFICATION_INVALID",
        "INVITATION_INVALID",
        "SIGNED_OUT",
      ]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    expect(await snapshot(server.db)).toEqual(before);
  });

  test("does not verify the address of a sign-up, unless it is a mailed invitation", async () => {
    if (kind === "invite") return;
    const { token } = await kinds[kind]();
    const signUp = { ...newcomer(), invitationToken: token };
    const answer = await server.stranger().post("/auth/sign-up", signUp);
    expectStatus(answer, 202);
  });

  test("is refused everywhere after its use", async () => {
    const { actor, token } = await kinds[kind]();
    const [own = "auth.signIn"] = paths.filter(
      (path) => takes(path, kind) && !takers[path]?.isRepeatable,
    );
    const used = await give(actor, own, token);
    expect(used.status).toBe(200);
    await server.services.outbox.idle();
    const before = await snapshot(server.db);
    for (const path of paths)
      for (const browser of [actor, server.stranger()]) {
        const isRepeated = own === path && AGAIN.has(path);
        const { status } = await give(browser, path, token);
        const refusals = isRepeated && browser === actor ? [200] : [404, 401];
        expect(status).toBeOneOf(refusals);
      }
    expect(await snapshot(server.db)).toEqual(before);
  });

  test("is refused with a letter more, fewer or in the other case", async () => {
    const { actor, token } = await kinds[kind]();
    const own = paths.filter((path) => takes(path, kind));
    for (const path of own)
      for (const forged of forgeries(token)) {
        const answer = await give(actor, path, forged);
        expect(answer.status).toBeOneOf([400, 404]);
      }
    for (const path of own.slice(0, 1))
      expectStatus(await give(actor, path, token), 200);
  });
});

/**
 * Returns changed copies of a token. One copy decodes to the same bytes, because the last base64url letter has unused
 * bits.
 */
function forgeries(token: string): string[] {
  const last = token.at(-1) ?? "";
  const letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const sameBytes = letters[letters.indexOf(last) ^ 1] ?? "";
  return [
    token.slice(0, -1),
    `${token}A`,
    `${token}=`,
    ` ${token}`,
    token.slice(0, -1) + sameBytes,
    token.toUpperCase() === token ? token.toLowerCase() : token.toUpperCase(),
  ];
}
