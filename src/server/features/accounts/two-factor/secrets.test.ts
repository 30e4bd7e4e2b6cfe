import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/people";
import { readLog, spawnServer } from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";

// The timeout stops a test that hangs. It is long, because a server starts slowly on a busy machine.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** Reads all files in the folder of the server: the database and its write-ahead log. */
function atRest(): Buffer {
  const files = readdirSync(folder.path).map((name) =>
    readFileSync(join(folder.path, name)),
  );
  return Buffer.concat(files);
}

function signInCookie({ cookie }: Actor): string {
  return /sign-in=([\w-]{43})/.exec(cookie)?.[1] ?? "";
}

test("TOTP secrets, recovery codes and pending sign-ins are neither stored nor logged in clear", async () => {
  const server = await spawnServer(folder.path, { LOG_LEVEL: "debug" });
  const ana = await server.person("Ana");
  const started = await ana.post<"twoFactor.startTotp">(
    "/auth/two-factor/totp",
  );
  const { secret, uri } = started.body;
  const key = Secret.fromBase32(secret);
  const totp = new TOTP({ secret: key });
  const confirmed = expectStatus(
    await ana.post<"twoFactor.confirmTotp">("/auth/two-factor/totp/confirm", {
      code: totp.generate(),
    }),
    200,
  );
  const made = expectStatus(
    await ana.post<"twoFactor.newRecoveryCodes">(
      "/auth/two-factor/recovery-codes",
    ),
    200,
  );
  const codes = [confirmed, made].flatMap(
    ({ body }) => body.recoveryCodes ?? [],
  );
  expect(codes).toHaveLength(20);
  const browser = ana.otherBrowser();
  await browser.signIn();
  const half = signInCookie(browser);
  expect(half).toHaveLength(43);
  const used = codes.at(-1) ?? "";
  expectStatus(await browser.post("/auth/two-factor", { code: used }), 200);
  const wrong = "abcd-efgh-jkmn-pqrs";
  expectStatus(
    await browser.post("/auth/reauthenticate", { code: wrong }),
    401,
  );

  const secrets = [
    secret ?? "",
    secret?.toLowerCase() ?? "",
    key.hex,
    Buffer.from(key.bytes).toString("base64"),
    Buffer.from(key.bytes).toString("base64url"),
    uri ?? "",
    half,
    wrong,
    ...codes,
    ...codes.map((code) => code.replaceAll("-", "")),
  ];
  const expectHidden = () => {
    const stored = atRest();
    for (const text of secrets) {
      expect(text.length).toBeGreaterThan(15);
      expect(stored.includes(text)).toBe(false);
      expect(stored.includes(encodeURIComponent(text))).toBe(false);
      expect(server.output()).not.toContain(text);
    }
    expect(stored.includes(Buffer.from(key.bytes))).toBe(false);
  };
  // Wait until the lines of all requests are written.
  await readLog(server);
  // The address is not secret and is found, so the search works.
  expect(atRest().includes(ana.email)).toBe(true);
  expect(server.output()).toContain("/auth/two-factor");
  expectHidden();
  // When the server stops, it merges the write-ahead log into the database, so the search runs again.
  expect(await server.end("SIGTERM")).toBe(0);
  expectHidden();
});
