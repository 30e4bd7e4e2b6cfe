import { describe, expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import {
  addApp,
  startPendingSignIn,
  submitCode,
} from "#testing/kit/authenticator-app";
import { ageLastSignIn } from "#testing/kit/sessions";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";
import { comparable } from "#testing/matrix/procedures";
import { snapshot } from "#testing/kit/snapshot";

const HOUR = 60 * 60 * 1000;

const server = serverSuite();

let addresses = 0;
const newAddress = () => `new-${++addresses}@example.com`;

function change(actor: Actor, email: string) {
  return actor.post("/auth/change-email", { email });
}

function confirm(browser: Actor, token: string) {
  return browser.post("/auth/change-email/confirm", { token });
}

async function tokenFor(actor: Actor, email: string): Promise<string> {
  expectStatus(await change(actor, email), 202);
  return server.mailedToken(email, "change-email");
}

interface Pending {
  email: string | null;
  expiresAt: string | null;
}

async function pendingOf(actor: Actor): Promise<Pending> {
  const { body } = expectStatus(
    await actor.get<"account.pendingEmail">("/auth/change-email"),
    200,
  );
  return body;
}

async function emailOf(actor: Actor) {
  const { body } = expectStatus(await actor.get<"auth.me">("/auth/me"), 200);
  return body.email;
}

async function subjectsTo(email: string) {
  return (await server.mailsTo(email)).map(({ subject }) => subject);
}

function rowsOf(table: "email_changes" | "outbox") {
  return server.db.client.execute(`select * from ${table}`);
}

async function expectInvalid(browser: Actor, token: string): Promise<void> {
  const answer = expectStatus(await confirm(browser, token), 404);
  expect(problemOf(answer).reason).toBe("VERIFICATION_INVALID");
  expect(answer.headers.getSetCookie()).toEqual([]);
}

/** Expects a refusal that writes nothing and sets no cookie. */
async function expectSignInFirst(
  browser: Actor,
  token: string,
  headers?: Record<string, string>,
): Promise<void> {
  await server.services.outbox.idle();
  const before = await snapshot(server.db);
  const answer = await browser.post(
    "/auth/change-email/confirm",
    { token },
    headers && { headers },
  );
  const { reason, message } = problemOf(expectStatus(answer, 403));
  expect(reason).toBe("SIGN_IN_FIRST");
  expect(message).toContain("The link is still valid.");
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(await snapshot(server.db)).toEqual(before);
}

function suspend({ id }: Actor) {
  return server.db.client.execute({
    sql: "update users set suspended_at = ? where id = ?",
    args: [Date.now(), id],
  });
}

describe("a request for a new address", () => {
  test("mails a link to the new address and a notice to the current one, and changes nothing yet", async () => {
    const [ana, email] = [await server.person("Ana"), newAddress()];
    expectStatus(await change(ana, email.toUpperCase()), 202);
    const [link] = await server.mailsTo(email);
    expect(link?.subject).toBe("Confirm your new email address");
    expect(link?.text).toContain(`${server.url.origin}/change-email#token=`);
    // A mistyped new address may belong to a stranger, who must not learn the current address of the account.
    for (const text of [link?.text, link?.html])
      expect(text).not.toContain(ana.email);
    const [notice] = await server.mailsTo(ana.email);
    expect(notice?.subject).toBe(
      "A change of your email address was requested",
    );
    for (const text of [notice?.text, notice?.html]) {
      expect(text).toContain(email);
      expect(text).toContain("/forgot");
      expect(text).not.toContain("token=");
    }
    expect(await emailOf(ana)).toBe(ana.email);
    const pending = await pendingOf(ana);
    expect(pending.email).toBe(email);
    const left = Date.parse(pending.expiresAt ?? "") - Date.now();
    expect(Math.round(left / HOUR)).toBe(1);
  });

  test("needs a recent sign-in, and sends no mail without one", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    await ageLastSignIn(server, ana);
    const refused = expectStatus(await change(ana, email), 403);
    expect(problemOf(refused).reason).toBe("REAUTHENTICATION_REQUIRED");
    expect(await server.mailsTo(email)).toEqual([]);
    const { password } = ana;
    expectStatus(await ana.post("/auth/reauthenticate", { password }), 204);
    expectStatus(await change(ana, email), 202);
  });

  test("is refused at its field for the current address", async () => {
    const ana = await server.person();
    for (const same of [ana.email, ` ${ana.email.toUpperCase()} `]) {
      const refused = expectStatus(await change(ana, same), 400);
      expect(problemOf(refused).issues).toEqual([
        {
          path: "email",
          rule: "EMAIL_UNCHANGED",
          message: expect.any(String),
        },
      ]);
    }
    expect(await pendingOf(ana)).toEqual({ email: null, expiresAt: null });
  });

  test("does not reveal whether the address has an account: response, rows and mails are alike", async () => {
    const ben = await server.person("Ben");
    const seen: unknown[] = [];
    for (const email of [newAddress(), ben.email]) {
      const ana = await server.person("Ana");
      const [changes, messages] = [
        (await rowsOf("email_changes")).rows.length,
        (await rowsOf("outbox")).rows.length,
      ];
      const answer = comparable(expectStatus(await change(ana, email), 202));
      seen.push({
        answer,
        isPending: (await pendingOf(ana)).email === email,
        changes: (await rowsOf("email_changes")).rows.length - changes,
        messages: (await rowsOf("outbox")).rows.length - messages,
      });
    }
    expect(seen[0]).toMatchObject({ isPending: true, changes: 1, messages: 2 });
    expect(seen[1]).toEqual(seen[0]);
    const [mail] = await server.mailsTo(ben.email);
    expect(mail?.subject).toBe("This email address already has an account");
    for (const text of [mail?.text, mail?.html]) {
      expect(text).not.toContain("token=");
      expect(text).not.toContain("person-");
    }
    expect(await emailOf(ben)).toBe(ben.email);
  });

  test("leaves the token neither in the database nor in a response", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    const answer = expectStatus(await change(ana, email), 202);
    const token = await server.mailedToken(email, "change-email");
    const stored = JSON.stringify([
      (await rowsOf("email_changes")).rows,
      (await rowsOf("outbox")).rows,
      answer.text,
      (await ana.get("/auth/change-email")).text,
    ]);
    expect(stored).not.toContain(token);
    const hash = new Bun.CryptoHasher("sha256")
      .update(token)
      .digest("base64url");
    expect(stored).toContain(hash);
  });

  test("for the same address again replaces the link and sends no second notice", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    const before = await tokenFor(ana, email);
    const after = await tokenFor(ana, email);
    expect(after).not.toBe(before);
    await expectInvalid(ana, before);
    const told = (await subjectsTo(ana.email)).filter((subject) =>
      subject.includes("was requested"),
    );
    expect(told).toHaveLength(1);
    expectStatus(await confirm(ana, after), 200);
  });

  test("for another address sends another notice and replaces the link", async () => {
    const [ana, second, third] = [
      await server.person(),
      newAddress(),
      newAddress(),
    ];
    const token = await tokenFor(ana, second);
    await tokenFor(ana, third);
    await expectInvalid(ana, token);
    expect((await pendingOf(ana)).email).toBe(third);
    const [notice] = await server.mailsTo(ana.email);
    expect(notice?.text).toContain(third);
  });

  test("can be cancelled, also when there is none; then the link is invalid", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    const token = await tokenFor(ana, email);
    for (let time = 0; time < 2; time++)
      expectStatus(await ana.delete("/auth/change-email"), 204);
    expect((await pendingOf(ana)).email).toBeNull();
    await expectInvalid(ana, token);
    expect(await emailOf(ana)).toBe(ana.email);
  });

  test("can't be seen or cancelled by another user", async () => {
    const [ana, ben] = [await server.person(), await server.person()];
    const email = newAddress();
    const token = await tokenFor(ana, email);
    expect((await pendingOf(ben)).email).toBeNull();
    expectStatus(await ben.delete("/auth/change-email"), 204);
    expectStatus(await change(ben, newAddress()), 202);
    expectStatus(await confirm(ana, token), 200);
  });

  test("is cancelled when the password is changed or reset", async () => {
    const password = "three unrelated words";
    const [ana, ben] = [await server.person(), await server.person()];
    const [first, second] = [
      await tokenFor(ana, newAddress()),
      await tokenFor(ben, newAddress()),
    ];
    const body = { currentPassword: ana.password, newPassword: password };
    expectStatus(await ana.post("/auth/change-password", body), 204);
    const { email } = ben;
    expectStatus(await ben.post("/auth/forgot-password", { email }), 202);
    const token = await server.mailedToken(email, "reset");
    const reset = { token, password };
    expectStatus(await ben.post("/auth/reset-password", reset), 200);
    await expectInvalid(ana, first);
    await expectInvalid(ben, second);
  });

  test("is limited for each address, whether or not it has an account", async () => {
    const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
    try {
      const ana = await limited.person();
      const ben = await limited.person();
      for (const email of [newAddress(), ben.email]) {
        for (let time = 0; time < 3; time++)
          expectStatus(await change(ana, email), 202);
        const refused = expectStatus(await change(ana, email), 429);
        expect(problemOf(refused).params).toEqual({ limit: "emailsToAddress" });
        expect(refused.headers.get("retry-after")).toBe("3600");
        // The refused request does not cancel the pending change.
        expect((await pendingOf(ana)).email).toBe(email);
      }
    } finally {
      await limited.stop();
    }
  });
});

test("a user who names an address does not use up the limit of its owner", async () => {
  const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    const [mallory, vera] = [await limited.person(), await limited.person()];
    const email = newAddress();
    for (let time = 0; time < 3; time++)
      expectStatus(await change(mallory, email), 202);
    expectStatus(await change(mallory, email), 429);
    // Mails of two users are sent in any order, so Mallory's mails must be sent before Vera's.
    await limited.services.outbox.idle();
    expectStatus(await change(vera, email), 202);
    const token = await limited.mailedToken(email, "change-email");
    expectStatus(await confirm(vera, token), 200);
  } finally {
    await limited.stop();
  }
});

test("users who name an address all day do not use up its owner's verification mails", async () => {
  const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
  try {
    const [vera, mallory] = [await limited.person(), await limited.person()];
    const { email } = vera;
    await limited.db.client.execute({
      sql: "update users set email_verified_at = null where id = ?",
      args: [vera.id],
    });
    const { limits } = limited.services.deps;
    for (let time = 0; time < 20; time++)
      await limits.tryConsume("emailChangePerAddress", email);
    expectStatus(await change(mallory, email), 429);
    expectStatus(await change(vera, email), 202);
    const token = await limited.mailedToken(email, "change-email");
    expectStatus(await confirm(vera, token), 200);
  } finally {
    await limited.stop();
  }
});

describe("an opened link", () => {
  test("sets the address and renews the session", async () => {
    const [ana, email] = [await server.person("Ana"), newAddress()];
    const token = await tokenFor(ana, email);
    const before = ana.cookie;
    const { body } = expectStatus(await confirm(ana, token), 200);
    expect(body.user).toMatchObject({ id: ana.id, email });
    expect(ana.cookie).not.toBe(before);
    expect(await emailOf(ana)).toBe(email);
    const replayOrRun = server
      .stranger()
      .get("/auth/context", { headers: { cookie: before } });
    expectStatus(await replayOrRun, 401);
    expect((await pendingOf(ana)).email).toBeNull();
    expectStatus(await ana.otherBrowser().signIn(), 401);
    const moved = new Actor(server, ana.name, email, ana.password);
    expectStatus(await moved.signIn(), 200);
  });

  test("notifies the old address without a link", async () => {
    const [ana, email] = [await server.person("Ana"), newAddress()];
    expectStatus(await confirm(ana, await tokenFor(ana, email)), 200);
    const [mail] = await server.mailsTo(ana.email);
    expect(mail?.subject).toBe("Your email address was changed");
    expect(mail?.text).toContain(`You now sign in with ${email}.`);
    expect(mail?.text).not.toContain("http");
  });

  test("does not count as a reauthentication", async () => {
    const ana = await server.person();
    const token = await tokenFor(ana, newAddress());
    await ageLastSignIn(server, ana);
    expectStatus(await confirm(ana, token), 200);
    expectStatus(await change(ana, newAddress()), 403);
  });

  describe("a link is refused and stays valid in a browser where", () => {
    test("no user is signed in", async () => {
      const [ana, email] = [await server.person(), newAddress()];
      const token = await tokenFor(ana, email);
      await expectSignInFirst(server.stranger(), token);
      // A browser without a session can use the link after a sign-in.
      const phone = ana.otherBrowser();
      await expectSignInFirst(phone, token);
      expectStatus(await phone.signIn(), 200);
      expectStatus(await confirm(phone, token), 200);
      expect(await emailOf(phone)).toBe(email);
    });

    test("another user is signed in, with a request of their own", async () => {
      const [ana, ben] = [await server.person(), await server.person()];
      const email = newAddress();
      const token = await tokenFor(ana, email);
      await tokenFor(ben, newAddress());
      await expectSignInFirst(ben, token);
      expect(await emailOf(ben)).toBe(ben.email);
      expectStatus(await confirm(ana, token), 200);
      expect(await emailOf(ana)).toBe(email);
    });

    test("the session has ended", async () => {
      const [ana, email] = [await server.person(), newAddress()];
      const token = await tokenFor(ana, email);
      const ended = ana.cookie;
      expectStatus(await ana.post("/auth/sign-out"), 204);
      await expectSignInFirst(server.stranger(), token, { cookie: ended });
      expectStatus(await ana.signIn(), 200);
      expectStatus(await confirm(ana, token), 200);
    });

    test("the sign-in still waits for the second factor", async () => {
      const ana = await server.person();
      const app = await addApp(server, ana);
      const token = await tokenFor(ana, newAddress());
      const phone = await startPendingSignIn(ana.otherBrowser());
      await expectSignInFirst(phone, token);
      expectStatus(await submitCode(phone, app.nextCode()), 200);
      expectStatus(await confirm(phone, token), 200);
    });

    test("the call has an API key besides the cookie", async () => {
      const ana = await server.person();
      const token = await tokenFor(ana, newAddress());
      await expectSignInFirst(ana, token, {
        authorization: "Bearer tnt_live_nothing",
      });
      expectStatus(await confirm(ana, token), 200);
    });
  });

  test("ends all other sessions, reset links and pending sign-ins", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    const [other, half] = [ana.otherBrowser(), ana.otherBrowser()];
    expectStatus(await other.signIn(), 200);
    const forgot = { email: ana.email };
    expectStatus(await other.post("/auth/forgot-password", forgot), 202);
    const reset = await server.mailedToken(ana.email, "reset");
    const token = await tokenFor(ana, email);
    await server.db.client.execute({
      sql: `insert into sign_in_challenges (id, user_id, token_hash, expires_at, created_at)
        values (?, ?, ?, ?, ?)`,
      args: [
        `sic_${ana.id}`,
        ana.id,
        new Bun.CryptoHasher("sha256")
          .update("C".repeat(43))
          .digest("base64url"),
        Date.now() + HOUR,
        Date.now(),
      ],
    });
    expectStatus(await confirm(ana, token), 200);
    expectStatus(await other.get("/auth/context"), 401);
    const password = "three unrelated words";
    const body = { token: reset, password };
    expectStatus(await half.post("/auth/reset-password", body), 404);
    const { rows } = await server.db.client.execute({
      sql: "select 1 from sign_in_challenges where user_id = ?",
      args: [ana.id],
    });
    expect(rows).toEqual([]);
  });

  test("works once", async () => {
    const ana = await server.person();
    const token = await tokenFor(ana, newAddress());
    expectStatus(await confirm(ana, token), 200);
    for (const browser of [ana, await server.person(), server.stranger()])
      await expectInvalid(browser, token);
  });

  test("gets the same refusal when its user is suspended, its token unknown or of another kind", async () => {
    const [ana, ben] = [await server.person(), await server.person()];
    const token = await tokenFor(ana, newAddress());
    await suspend(ana);
    await expectInvalid(server.stranger(), token);
    await expectInvalid(server.stranger(), "A".repeat(43));
    const { email } = ben;
    expectStatus(await ben.post("/auth/forgot-password", { email }), 202);
    await expectInvalid(ben, await server.mailedToken(email, "reset"));
    // The token of an email change cannot reset a password or verify a sign-up.
    const other = await tokenFor(ben, newAddress());
    const password = "three unrelated words";
    const reset = { token: other, password };
    expectStatus(await ben.post("/auth/reset-password", reset), 404);
    const verify = ben.post("/auth/verify-email", { token: other });
    expectStatus(await verify, 404);
    expectStatus(await confirm(ben, other), 200);
  });

  test("is refused and changes nothing when the address got an account since", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    const token = await tokenFor(ana, email);
    const newcomer = new Actor(server, "Newcomer", email);
    const { name, password } = newcomer;
    const signUp = { name, email, password };
    expectStatus(await newcomer.post("/auth/sign-up", signUp), 202);
    const verification = await server.mailedToken(email, "verify");
    const verify = { token: verification };
    expectStatus(await newcomer.post("/auth/verify-email", verify), 200);
    await expectInvalid(ana, token);
    expect(await emailOf(ana)).toBe(ana.email);
    expect(await emailOf(newcomer)).toBe(email);
    expect(await subjectsTo(ana.email)).not.toContain(
      "Your email address was changed",
    );
  });

  test("deletes pending sign-ups of the address, and no others", async () => {
    const [ana, email, another] = [
      await server.person(),
      newAddress(),
      newAddress(),
    ];
    const tokens: string[] = [];
    for (const address of [email, another]) {
      const newcomer = new Actor(server, "Newcomer", address);
      const { name, password } = newcomer;
      const signUp = { name, email: address, password };
      expectStatus(await newcomer.post("/auth/sign-up", signUp), 202);
      tokens.push(await server.mailedToken(address, "verify"));
    }
    expectStatus(await confirm(ana, await tokenFor(ana, email)), 200);
    const statuses: number[] = [];
    for (const token of tokens) {
      const verify = server.stranger().post("/auth/verify-email", { token });
      statuses.push((await verify).status);
    }
    expect(statuses).toEqual([404, 200]);
  });

  test("gives access to invitations to the new address instead of the old one", async () => {
    const [ana, admin] = [await server.person("Ana"), await server.person()];
    const email = newAddress();
    const [toOld, toNew] = [
      await server.organization(admin, "To the old address"),
      await server.organization(admin, "To the new address"),
    ];
    const old = await server.invite(admin, toOld, ana.email, "member");
    const current = await server.invite(admin, toNew, email, "member");
    const namesOf = async () => {
      const { body } = expectStatus(
        await ana.get<"invitations.received">("/auth/invitations"),
        200,
      );
      return body.items.map(({ organization }) => organization.name);
    };
    expect(await namesOf()).toEqual([toOld.name]);
    expectStatus(await confirm(ana, await tokenFor(ana, email)), 200);
    expect(await namesOf()).toEqual([toNew.name]);
    const accept = ({ token }: { token: string }) =>
      ana.post("/invitations/accept", { token });
    expectStatus(await accept(old), 403);
    expectStatus(await accept(current), 200);
  });

  test("frees the old address for another account", async () => {
    const [ana, email] = [await server.person(), newAddress()];
    expectStatus(await confirm(ana, await tokenFor(ana, email)), 200);
    const heir = await server.person();
    const token = await tokenFor(heir, ana.email);
    expectStatus(await confirm(heir, token), 200);
    expect(await emailOf(heir)).toBe(ana.email);
    expect(await emailOf(ana)).toBe(email);
  });
});

// This test runs last, because the server's clock can't go back.
test("a link expires after an hour", async () => {
  const [early, late] = [await server.person(), await server.person()];
  const tokens = [
    await tokenFor(early, newAddress()),
    await tokenFor(late, newAddress()),
  ] as const;
  server.passTime(HOUR - 60_000);
  expectStatus(await confirm(early, tokens[0]), 200);
  server.passTime(60_000);
  await expectInvalid(late, tokens[1]);
  expect((await pendingOf(late)).email).toBeNull();
});
