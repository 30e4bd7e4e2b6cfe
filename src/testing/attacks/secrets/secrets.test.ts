import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { readLog } from "#testing/kit/process";
import { flows } from "./flows";
import { findSecret, formsOf } from "./search";
import { createWorld, type World } from "./world";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.stop());

/** Returns the secrets that were found in files or in the log, each with place and form. */
function found(): string[] {
  const places = {
    "at rest": world.atRest(),
    "in the log": Buffer.from(world.server.output()),
  };
  return Object.entries(places).flatMap(([place, bytes]) =>
    [...world.secrets].flatMap(([secret, kind]) =>
      findSecret(bytes, secret).map((form) => `${kind} ${place}, ${form}`),
    ),
  );
}

test("no flow stores or logs a secret in clear", async () => {
  for (const [name, run] of Object.entries(flows)) {
    const known = world.secrets.size;
    await run(world);
    expect(`${name}: ${world.secrets.size > known}`).toBe(`${name}: true`);
  }
  // Wait until the lines of all flows are written.
  await readLog(world.server);
  expect(found()).toEqual([]);
  // The test never sees the providers' tokens, so search for their known formats instead.
  const everything = world.atRest().toString("latin1") + world.server.output();
  expect(everything).not.toMatch(/gho_[0-9a-f]{8}|\beyJ[\w-]{8,}\.eyJ/);

  // Prove that the search works: it finds text that is not secret.
  expect(findSecret(world.atRest(), "cleo@example.com")).toContain("as it is");
  expect(world.server.output()).toContain("requestId");
  expect([...world.secrets.values()]).toEqual(
    expect.arrayContaining([
      "cookie sid",
      "cookie device",
      "cookie signup",
      "cookie sign-in",
      "cookie passkey",
      "cookie redirect",
      "codeVerifier",
      "recovery code",
      "API key",
      "token",
    ]),
  );

  // Search again after the shutdown has merged the write-ahead log into the database file.
  expect(await world.server.end("SIGTERM")).toBe(0);
  expect(found()).toEqual([]);
});

test("the search finds a secret in every form and at every offset in base64", () => {
  const secret = "Ana's own passphrase, für alle + 1";
  for (const [name, form] of formsOf(secret))
    expect(
      findSecret(Buffer.concat([Buffer.from("x"), form]), secret),
    ).toContain(name);
  for (const before of ["", "a", "ab"])
    for (const encoding of ["base64", "base64url"] as const) {
      const text = Buffer.from(`${before}${secret}zz`).toString(encoding);
      expect(findSecret(Buffer.from(text), secret)).not.toEqual([]);
    }
  const token = "A".repeat(42) + "E";
  const bytes = Buffer.from(token, "base64url");
  expect(findSecret(bytes, token)).toContain("as bytes");
  expect(findSecret(Buffer.from("at 123456."), "123456")).not.toEqual([]);
  expect(findSecret(Buffer.from("at 91234567."), "123456")).toEqual([]);
  expect(findSecret(Buffer.from("nothing of it"), secret)).toEqual([]);
});
