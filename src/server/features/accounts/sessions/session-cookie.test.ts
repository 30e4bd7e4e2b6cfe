import { describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();

test("over http the session cookie is sid: HttpOnly, SameSite=Lax, for the whole site", async () => {
  const actor = await server.person();
  const answer = expectStatus(await actor.otherBrowser().signIn(), 200);
  const [cookie = ""] = answer.headers.getSetCookie();
  expect(cookie).toMatch(/^sid=ses_[0-9a-z]{26}\.[\w-]{43};/);
  expect(attributes(cookie)).toEqual([
    "HttpOnly",
    "Max-Age",
    "Path=/",
    "SameSite=Lax",
  ]);
});

test("over https the session cookie is __Host-sid and Secure, and sid is ignored", async () => {
  const secure = await startServer({ PUBLIC_URL: "https://app.example.com" });
  try {
    const call = (path: string, init: RequestInit) =>
      fetch(`http://127.0.0.1:${secure.config.port}/api/auth/${path}`, {
        ...init,
        headers: {
          origin: "https://app.example.com",
          "content-type": "application/json",
          ...init.headers,
        },
      });
    const post = (path: string, body: object, cookie = "") =>
      call(path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { cookie },
      });
    const person = { email: "ana@example.com", password: "a long passphrase" };
    const signedUp = await post("sign-up", { ...person, name: "Ana" });
    expect(signedUp.headers.get("set-cookie")).toMatch(
      /^__Host-signup=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=86400; Secure$/,
    );
    const [signUpCookie] = signedUp.headers.getSetCookie();
    const token = await secure.mailedToken(person.email);
    await post("verify-email", { token }, signUpCookie?.split(";")[0]);
    const signedIn = await post("sign-in", person);
    const [cookie = ""] = signedIn.headers.getSetCookie();
    expect(cookie).toStartWith("__Host-sid=ses_");
    expect(attributes(cookie)).toEqual([
      "HttpOnly",
      "Max-Age",
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
    const [pair = ""] = cookie.split(";");
    const status = async (header: string) =>
      (await call("context", { headers: { cookie: header } })).status;
    expect(await status(pair)).toBe(200);
    expect(await status(pair.replace("__Host-", ""))).toBe(401);
    expect(signedIn.headers.get("strict-transport-security")).toContain(
      "max-age=",
    );
  } finally {
    await secure.stop();
  }
});

test("the database holds the hash of the session secret only", async () => {
  const actor = await server.person();
  const [id = "", secret = ""] = sessionOf(actor).split(".");
  const { rows } = await server.db.client.execute({
    sql: "select * from sessions where id = ?",
    args: [id],
  });
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(secret);
  const hash = new Bun.CryptoHasher("sha256")
    .update(secret)
    .digest("base64url");
  expect(rows[0]?.secret_hash).toBe(hash);
});

test("a sign-in never adopts an existing cookie", async () => {
  const actor = await server.person();
  const planted = `ses_${"0".repeat(26)}.${"A".repeat(43)}`;
  const { email, password } = actor;
  const answer = await server
    .stranger()
    .post(
      "/auth/sign-in",
      { email, password },
      { headers: { cookie: `sid=${planted}` } },
    );
  expectStatus(answer, 200);
  expect(answer.headers.get("set-cookie")).not.toContain("ses_00000000");
  const reuse = await server
    .stranger()
    .get("/auth/context", { headers: { cookie: `sid=${planted}` } });
  expectStatus(reuse, 401);
});

describe("an invalid cookie is refused like a missing one:", () => {
  test.each([
    ["empty", () => ""],
    [
      "another secret",
      (sid: string) => `${sid.split(".")[0]}.${"A".repeat(43)}`,
    ],
    ["no secret", (sid: string) => `${sid.split(".")[0]}`],
    ["an empty secret", (sid: string) => `${sid.split(".")[0]}.`],
    [
      "the stored hash as secret",
      (sid: string) => {
        const [id = "", secret = ""] = sid.split(".");
        return `${id}.${new Bun.CryptoHasher("sha256").update(secret).digest("base64url")}`;
      },
    ],
    ["a third part", (sid: string) => `${sid}.x`],
    ["an empty third part", (sid: string) => `${sid}.`],
    ["a broken percent sign", () => "%E0%A4%A"],
    ["SQL", () => "' or 1=1 --.x"],
    ["a NUL", () => "%00.%00"],
  ])("%s", async (_, forge) => {
    const actor = await server.person();
    const sid = sessionOf(actor);
    const headers = { cookie: `sid=${forge(sid)}` };
    const answer = await server.stranger().get("/auth/context", { headers });
    expectStatus(answer, 401);
    expect(problemOf(answer).reason).toBe("SIGNED_OUT");
  });
});

function sessionOf({ cookie }: Actor): string {
  return /\bsid=([^;]*)/.exec(cookie)?.[1] ?? "";
}

function attributes(cookie: string): string[] {
  return cookie
    .split("; ")
    .slice(1)
    .map((part) => (part.startsWith("Max-Age") ? "Max-Age" : part))
    .toSorted();
}
