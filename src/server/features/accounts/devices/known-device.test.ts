import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  expectStatus,
  startServer,
  type TestServer,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const FIREFOX =
  "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
const TOLD = "New sign-in to your account";

const server = serverSuite();

function signIn(
  browser: Actor,
  { email, password }: Pick<Actor, "email" | "password"> = browser,
  headers: Record<string, string> = {},
) {
  return browser.post("/auth/sign-in", { email, password }, { headers });
}

async function mailsAbout(email: string) {
  const mails = await server.mailsTo(email);
  return mails.filter(({ subject }) => subject === TOLD);
}

async function timesTold({ email }: Actor): Promise<number> {
  return (await mailsAbout(email)).length;
}

/** Returns the device cookie without the session cookie, as an attacker with a copy would send it. */
function deviceCookie({ cookie }: Actor): string {
  return /\bdevice=[^;]+/.exec(cookie)?.[0] ?? "";
}

async function devicesOf({ id }: Actor) {
  const { rows } = await server.db.client.execute({
    sql: "select * from known_devices where user_id = ?",
    args: [id],
  });
  return rows;
}

describe("a sign-in from a new device", () => {
  test("notifies the user with device, address, time and a link to the sessions", async () => {
    const ana = await server.person("Ana");
    const answer = signIn(ana.otherBrowser(), ana, { "user-agent": FIREFOX });
    expectStatus(await answer, 200);
    const [mail] = await mailsAbout(ana.email);
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain("Firefox on Linux");
      expect(text).toMatch(/127\.0\.0\.1|::1/);
      expect(text).toMatch(/\w+ \d{1,2}, \d{4} at \d+:\d\d [AP]M UTC/);
      expect(text).toContain(`${server.url.origin}/account/sessions`);
      expect(text).not.toContain("token");
    }
  });

  test("notifies the user even after a stranger used up other mail limits", async () => {
    const limited = await startServer({ RATE_LIMIT_FACTOR: "1" });
    try {
      const ana = await limited.person("Ana");
      const eve = await limited.person("Eve");
      const org = await limited.organization(eve);
      for (let time = 0; time < 3; time++) {
        const path = `/organizations/${org.slug}/invitations`;
        const invited = await eve.post(path, {
          email: ana.email,
          role: "viewer",
        });
        const { id } = expectStatus(invited, 201).body;
        expectStatus(await eve.delete(`${path}/${id}`), 204);
      }
      expectStatus(await ana.otherBrowser().signIn(), 200);
      const subjects = (await limited.mailsTo(ana.email)).map(
        ({ subject }) => subject,
      );
      expect(subjects[0]).toBe(TOLD);
      expect(subjects).toHaveLength(5);
    } finally {
      await limited.stop();
    }
  });

  test("sends no notice for the browser of the sign-up, nor for a second sign-in", async () => {
    const ana = await server.person("Ana");
    expectStatus(await ana.post("/auth/sign-out"), 204);
    expectStatus(await ana.signIn(), 200);
    expect(await timesTold(ana)).toBe(0);
    const other = ana.otherBrowser();
    for (let time = 0; time < 3; time++) {
      expectStatus(await other.signIn(), 200);
      expectStatus(await other.post("/auth/sign-out"), 204);
    }
    expect(await timesTold(ana)).toBe(1);
    expectStatus(await ana.otherBrowser().signIn(), 200);
    expect(await timesTold(ana)).toBe(2);
  });

  test("sends no notice for a wrong password", async () => {
    const ana = await server.person("Ana");
    const browser = ana.otherBrowser();
    expectStatus(await browser.signIn("a wrong passphrase"), 401);
    expect(await timesTold(ana)).toBe(0);
    expect(deviceCookie(browser)).toBe("");
  });

  test.each([
    ["a link", "evil.example/win"],
    ["a link with its scheme", "https://evil.example/win"],
    ["a sentence without spaces", "Your\u00a0account\u00a0is\u00a0locked"],
    ["markup", "<b>locked</b>"],
    ["nothing", ""],
  ])(
    "sends a notice without the user agent when that is %s",
    async (_, userAgent) => {
      const ana = await server.person("Ana");
      const headers = { "user-agent": userAgent };
      expectStatus(await signIn(ana.otherBrowser(), ana, headers), 200);
      const [mail] = await mailsAbout(ana.email);
      expect(mail?.text).toContain("Device: Unknown device\n");
      expect(mail?.text).not.toMatch(/evil|locked/);
      expect(mail?.html).not.toMatch(/evil|locked/);
    },
  );
});

test("a shared browser is a known device of each of its users", async () => {
  const [ana, ben] = [await server.person("Ana"), await server.person("Ben")];
  for (const person of [ben, ana, ben, ana])
    expectStatus(await signIn(ana, person), 200);
  expect([await timesTold(ana), await timesTold(ben)]).toEqual([0, 1]);
});

test("a shared browser forgets the first of six users", async () => {
  const people = await Promise.all(
    Array.from({ length: 6 }, () => server.person()),
  );
  const kiosk = server.stranger();
  const [first, second] = people;
  for (const person of people) expectStatus(await signIn(kiosk, person), 200);
  for (const person of [second, first])
    if (person) expectStatus(await signIn(kiosk, person), 200);
  const told = await Promise.all(people.map(timesTold));
  expect(told).toEqual([2, 1, 1, 1, 1, 1]);
});

test("a password change forgets all other devices and sends no notice for this one", async () => {
  const ana = await server.person("Ana");
  const other = ana.otherBrowser();
  expectStatus(await other.signIn(), 200);
  expect(await timesTold(ana)).toBe(1);
  const newPassword = "three unrelated words";
  const change = { currentPassword: ana.password, newPassword };
  expectStatus(await ana.post("/auth/change-password", change), 204);
  expectStatus(await ana.signIn(newPassword), 200);
  expect(await timesTold(ana)).toBe(1);
  expectStatus(await other.signIn(newPassword), 200);
  expect(await timesTold(ana)).toBe(2);
});

test("a password reset forgets all devices except the browser of the link", async () => {
  const ana = await server.person("Ana");
  const [browser, { email }] = [ana.otherBrowser(), ana];
  expectStatus(await browser.post("/auth/forgot-password", { email }), 202);
  const token = await server.mailedToken(email, "reset");
  const password = "three unrelated words";
  expectStatus(
    await browser.post("/auth/reset-password", { token, password }),
    200,
  );
  expectStatus(await browser.signIn(password), 200);
  expect(await timesTold(ana)).toBe(0);
  expect(await devicesOf(ana)).toHaveLength(1);
  expectStatus(await ana.signIn(password), 200);
  expect(await timesTold(ana)).toBe(1);
});

test("a user without known devices gets no notice of the first, and one of the second", async () => {
  const ana = await server.person("Ana");
  await server.db.client.execute({
    sql: "delete from known_devices where user_id = ?",
    args: [ana.id],
  });
  const [first, second] = [ana.otherBrowser(), ana.otherBrowser()];
  expectStatus(await first.signIn(), 200);
  expect(await timesTold(ana)).toBe(0);
  expectStatus(await second.signIn(), 200);
  expect(await timesTold(ana)).toBe(1);
  expectStatus(await first.signIn(), 200);
  expect(await timesTold(ana)).toBe(1);
});

describe("a device cookie", () => {
  test("grants no access by itself", async () => {
    const ana = await server.person("Ana");
    const headers = { cookie: deviceCookie(ana) };
    expect(headers.cookie).toMatch(/^device=[\w-]{43}$/);
    const thief = server.stranger();
    expectStatus(await thief.get("/auth/context", { headers }), 401);
    const wrong = { email: ana.email, password: "a wrong passphrase" };
    expectStatus(await signIn(thief, wrong, headers), 401);
  });

  test("is stored only as a hash", async () => {
    const ana = await server.person("Ana");
    const token = deviceCookie(ana).slice("device=".length);
    const rows = JSON.stringify(await devicesOf(ana));
    expect(rows).not.toContain(token);
    const hash = new Bun.CryptoHasher("sha256")
      .update(token)
      .digest("base64url");
    expect(rows).toContain(hash);
  });

  test.each([
    ["invented", `device=${"A".repeat(43)}`],
    ["truncated", "device=abc"],
    ["too long", `device=${Array(6).fill("A".repeat(43)).join(".")}`],
    ["a broken percent sign", "device=%E0%A4%A"],
    ["SQL", "device=' or 1=1 --"],
    ["empty", "device="],
  ])("is unknown when it is %s", async (_, cookie) => {
    const ana = await server.person("Ana");
    const browser = ana.otherBrowser();
    expectStatus(await signIn(browser, ana, { cookie }), 200);
    expect(await timesTold(ana)).toBe(1);
    // The server replaces the token that the request sent.
    expect(deviceCookie(browser).split(/[=.]/)[1]).not.toBe("A".repeat(43));
  });

  test("of another user has no effect, even if an attacker planted it before", async () => {
    const [ana, mallory] = [await server.person(), await server.person()];
    const planted = deviceCookie(mallory);
    const victim = ana.otherBrowser();
    expectStatus(await signIn(victim, ana, { cookie: planted }), 200);
    expect(await timesTold(ana)).toBe(1);
    // The attacker's copy of the planted cookie does not count as a known device of the victim.
    const headers = { cookie: planted };
    expectStatus(await signIn(mallory.otherBrowser(), ana, headers), 200);
    expect(await timesTold(ana)).toBe(2);
  });
});

describe("wrong guesses", () => {
  const wrong = (browser: Actor, { email }: Actor, cookie?: string) => {
    const guess = { email, password: "a wrong passphrase" };
    return browser.post("/auth/sign-in", guess, {
      headers: {
        "x-forwarded-for": anyAddress(),
        ...(cookie !== undefined && { cookie }),
      },
    });
  };
  const right = (browser: Actor) =>
    signIn(browser, browser, { "x-forwarded-for": anyAddress() });
  let limited: TestServer;
  beforeAll(async () => {
    limited = await startServer({
      RATE_LIMIT_FACTOR: "1",
      TRUSTED_PROXIES: "127.0.0.0/8,::1",
    });
  });
  afterAll(() => limited.stop());

  test("of strangers do not lock out a known device", async () => {
    const ana = await limited.person();
    for (let time = 0; time < 10; time++)
      expectStatus(await wrong(limited.stranger(), ana), 401);
    expectStatus(await wrong(limited.stranger(), ana), 429);
    expectStatus(await right(ana.otherBrowser()), 429);
    expectStatus(await right(ana), 200);
  });

  test("of a known device are limited and do not lock out other devices", async () => {
    const ana = await limited.person();
    for (let time = 0; time < 10; time++)
      expectStatus(await wrong(ana, ana), 401);
    expectStatus(await wrong(ana, ana), 429);
    expectStatus(await right(ana), 429);
    expectStatus(await right(ana.otherBrowser()), 200);
  });

  test("count as a stranger's with an invented cookie, or one of another user", async () => {
    const [ana, mallory] = [await limited.person(), await limited.person()];
    const cookies = [deviceCookie(mallory), `device=${"A".repeat(43)}`];
    for (let time = 0; time < 5; time++)
      for (const cookie of cookies)
        expectStatus(await wrong(limited.stranger(), ana, cookie), 401);
    for (const cookie of cookies)
      expectStatus(await wrong(limited.stranger(), ana, cookie), 429);
  });
});

let addresses = 0;

/** Returns a new client address for each guess, so that the limit of the account applies and no limit of a client. */
function anyAddress(): string {
  addresses++;
  return `10.0.${addresses >> 8}.${addresses & 255}`;
}
