import { describe, expect, test } from "bun:test";
import { resolve } from "node:path";
import { loadConfig } from "./config";
import { environmentSchema } from "./environment";

const example = await Bun.file(
  resolve(import.meta.dir, "../../../../.env.example"),
).text();

describe(".env.example", () => {
  const stated = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(
    ([, name = "", value = ""]): [string, string] => [name, value],
  );

  test("names every variable exactly once", () => {
    const names = stated.map(([name]) => name);
    expect(names.toSorted()).toEqual(
      Object.keys(environmentSchema.shape).toSorted(),
    );
  });

  test("contains the defaults", () => {
    expect(loadConfig(Object.fromEntries(stated))).toEqual(loadConfig({}));
  });

  test("sets no variable", () => {
    for (const line of example.split("\n")) expect(line).toMatch(/^(#.*)?$/);
  });
});

const SECRET = "0123456789abcdef0123456789abcdef";

describe("an alias:", () => {
  test("JWT_SECRET sets APP_SECRET, which takes precedence", () => {
    expect(loadConfig({ JWT_SECRET: SECRET }).secret).toBe(SECRET);
    const both = { JWT_SECRET: "j".repeat(32), APP_SECRET: SECRET };
    expect(loadConfig(both).secret).toBe(SECRET);
  });

  test("FRONTEND_URL sets PUBLIC_URL, which takes precedence", () => {
    const FRONTEND_URL = "https://old.example.com";
    expect(loadConfig({ FRONTEND_URL }).publicUrl.origin).toBe(FRONTEND_URL);
    const PUBLIC_URL = "https://app.example.com";
    expect(loadConfig({ FRONTEND_URL, PUBLIC_URL }).publicUrl.origin).toBe(
      PUBLIC_URL,
    );
  });
});

test("APP_SECRET_PREVIOUS is a list", () => {
  expect(loadConfig({}).previousSecrets).toEqual([]);
  const [one, two] = ["1".repeat(32), "2".repeat(32)];
  const { previousSecrets } = loadConfig({
    APP_SECRET_PREVIOUS: ` ${one} , ${two},`,
  });
  expect(previousSecrets).toEqual([one, two]);
});

test("an empty variable counts as unset", () => {
  const empty = Object.keys(environmentSchema.shape).map((name) => [name, ""]);
  expect(loadConfig(Object.fromEntries(empty))).toEqual(loadConfig({}));
});

test("unknown variables are ignored", () => {
  expect(loadConfig({ PATH: "/bin", NODE_ENV: "production" })).toEqual(
    loadConfig({}),
  );
});

describe("SMTP_HOST and its parts make the same URL as SMTP_URL:", () => {
  test.each([
    [
      "encrypted on request on any port but 465",
      { SMTP_HOST: "mail.example.com" },
      "smtp://mail.example.com:587?requireTLS=true",
    ],
    [
      "encrypted from the start on port 465",
      { SMTP_HOST: "mail.example.com", SMTP_PORT: "465" },
      "smtps://mail.example.com:465",
    ],
    [
      "plain on this machine",
      { SMTP_HOST: "127.0.0.1", SMTP_PORT: "1025" },
      "smtp://127.0.0.1:1025",
    ],
    [
      "with a user and a password of any characters",
      {
        SMTP_HOST: "localhost",
        SMTP_USER: "ana@example.com",
        SMTP_PASSWORD: "p@ss:/?#",
      },
      "smtp://ana%40example.com:p%40ss%3A%2F%3F%23@localhost:587",
    ],
  ])("%s", (_, environment, url) => {
    expect(loadConfig(environment).smtp).toEqual({
      url,
      from: "Tenantry <no-reply@localhost>",
    });
  });
});
