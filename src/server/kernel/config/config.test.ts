import { describe, expect, test } from "bun:test";
import { ConfigError, loadConfig } from "./config";

const production = {
  ENVIRONMENT: "production",
  APP_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_URL: "https://app.example.com",
};

describe("the message of a wrong variable is one line with its name", () => {
  const wrong: [string, Record<string, string>][] = [
    ["ENVIRONMENT", { ENVIRONMENT: "staging" }],
    ["PORT", { PORT: "eighty" }],
    ["PUBLIC_URL", { PUBLIC_URL: "app.example.com" }],
    ["APP_SECRET", { APP_SECRET: "short" }],
    ["JWT_SECRET", { JWT_SECRET: "short" }],
    ["APP_SECRET_PREVIOUS", { APP_SECRET_PREVIOUS: `${"x".repeat(32)},short` }],
    ["DATABASE_URL", { DATABASE_URL: "postgres://localhost/app" }],
    ["DATABASE_URL", { DATABASE_URL: "http:" }],
    ["DATABASE_SYNCHRONOUS", { DATABASE_SYNCHRONOUS: "OFF" }],
    ["SMTP_URL", { SMTP_URL: "https://mail.example.com" }],
    ["SMTP_PORT", { SMTP_HOST: "mail.example.com", SMTP_PORT: "0" }],
    ["REDIS_URL", { REDIS_URL: "localhost:6379" }],
    ["REDIS_URL", { REDIS_URL: "http://localhost:6379" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["TRUSTED_PROXIES", { TRUSTED_PROXIES: "10.0.0.0/40" }],
    ["RATE_LIMIT_FACTOR", { RATE_LIMIT_FACTOR: "0" }],
    ["METRICS_TOKEN", { METRICS_TOKEN: "short" }],
    ["SEED_DEMO", { SEED_DEMO: "perhaps" }],
  ];
  for (const [name, environment] of wrong)
    test(name, () => {
      expect(refusal(environment)).toMatch(new RegExp(`^${name}: .{5,}$`));
    });
});

describe("production refuses", () => {
  const unsafe: [string, Record<string, string>, string][] = [
    ["no secret", { APP_SECRET: "" }, "APP_SECRET: must be set in production"],
    [
      "the secret of development",
      { APP_SECRET: "tenantry-development-secret-never-for-production" },
      "APP_SECRET: must be set in production",
    ],
    [
      "the secret of development as one from before",
      {
        APP_SECRET_PREVIOUS: "tenantry-development-secret-never-for-production",
      },
      "APP_SECRET_PREVIOUS: must not contain the secret of development",
    ],
    [
      "an address without TLS",
      { PUBLIC_URL: "http://app.example.com" },
      "PUBLIC_URL: must start with https://",
    ],
    [
      "a database without encryption",
      { DATABASE_URL: "http://sqld.example.com:8080" },
      "DATABASE_URL: must be encrypted",
    ],
    [
      "a database whose encryption is switched off",
      { DATABASE_URL: "libsql://sqld.example.com?tls=0" },
      "DATABASE_URL: must be encrypted",
    ],
    [
      "mail without encryption",
      { SMTP_URL: "smtp://mail.example.com" },
      "SMTP_URL: must be encrypted",
    ],
    [
      "a Redis without encryption",
      { REDIS_URL: "redis://redis.example.com:6379" },
      "REDIS_URL: must be encrypted",
    ],
    [
      "plans that are bought with no money",
      { BILLING: "fake" },
      "BILLING: must be off or stripe in production, because fake gives away paid plans; to allow that, set BILLING_FAKE_IN_PRODUCTION=true",
    ],
  ];
  for (const [what, environment, message] of unsafe)
    test(what, () => {
      expect(refusal({ ...production, ...environment })).toStartWith(message);
    });
});

describe("a generated secret", () => {
  test.each<[string, Record<string, string>, string]>([
    [
      "beside the database",
      { DATABASE_URL: "file:./data/my.db" },
      "./data/my.db.secret",
    ],
    [
      "in ./data for a remote database",
      { DATABASE_URL: "http://127.0.0.1:8080" },
      "data/development.secret",
    ],
  ])("is kept by development %s", (_, settings, file) => {
    expect(loadConfig(settings).ownSecretFile).toBe(file);
    const given = { ...settings, APP_SECRET: production.APP_SECRET };
    expect(loadConfig(given).ownSecretFile).toBeUndefined();
  });

  test.each([production, { ENVIRONMENT: "test" }])(
    "is only made in development, not with %j",
    (settings) => {
      expect(loadConfig(settings).ownSecretFile).toBeUndefined();
    },
  );
});

describe("an identity provider", () => {
  const github = { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: "secret" };
  const oidc = { OIDC_CLIENT_ID: "id", OIDC_CLIENT_SECRET: "secret" };
  const issuer = "https://id.example.com/realms/acme";

  test("does not exist without its variables", () => {
    expect(loadConfig({}).providers).toEqual([]);
  });

  test("exists with its variables, at its default URL", () => {
    const { providers } = loadConfig({
      ...github,
      GOOGLE_CLIENT_ID: "id",
      GOOGLE_CLIENT_SECRET: "secret",
      ...oidc,
      OIDC_ISSUER: issuer,
      OIDC_NAME: "Acme ID",
    });
    expect(
      providers.map(({ id, name, url, trustsEmail }) => [
        id,
        name,
        url,
        trustsEmail,
      ]),
    ).toEqual([
      ["github", "GitHub", "https://github.com", false],
      ["google", "Google", "https://accounts.google.com", false],
      ["oidc", "Acme ID", issuer, false],
    ]);
  });

  const halves: [missing: string, Record<string, string>][] = [
    ["GITHUB_CLIENT_SECRET", { GITHUB_CLIENT_ID: "id" }],
    ["GITHUB_CLIENT_ID", { GITHUB_CLIENT_SECRET: "secret" }],
    ["GOOGLE_CLIENT_SECRET", { GOOGLE_CLIENT_ID: "id" }],
    ["OIDC_ISSUER", oidc],
    ["OIDC_CLIENT_ID", { OIDC_ISSUER: issuer }],
    ["OIDC_CLIENT_SECRET", { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "id" }],
  ];
  for (const [missing, environment] of halves)
    test(`${Object.keys(environment).join(" and ")} alone stops the start and names ${missing}`, () => {
      expect(refusal(environment)).toBe(
        `${missing}: must be set together with ${
          missing === "OIDC_ISSUER"
            ? "OIDC_CLIENT_ID"
            : Object.keys(environment)[0]
        }`,
      );
    });

  const clear: [variable: string, Record<string, string>][] = [
    ["GITHUB_URL", { ...github, GITHUB_URL: "http://github.acme.example" }],
    ["OIDC_ISSUER", { ...oidc, OIDC_ISSUER: "http://id.example.com" }],
  ];
  for (const [variable, environment] of clear)
    test(`production refuses ${variable} without TLS, except on its own machine`, () => {
      expect(refusal({ ...production, ...environment })).toBe(
        `${variable}: must start with https:// in production`,
      );
      const local = { [variable]: "http://127.0.0.1:9000" };
      expect(
        loadConfig({ ...production, ...environment, ...local }).providers,
      ).toHaveLength(1);
    });
});

describe("production accepts", () => {
  const safe: [string, Record<string, string>][] = [
    ["https", {}],
    ["localhost without TLS", { PUBLIC_URL: "http://localhost:3000" }],
    [
      "its secret under the name JWT_SECRET",
      { APP_SECRET: "", JWT_SECRET: production.APP_SECRET },
    ],
    ["a database over TLS", { DATABASE_URL: "libsql://acme.turso.io" }],
    [
      "a database on its own machine",
      { DATABASE_URL: "http://127.0.0.1:8080" },
    ],
    ["mail over TLS", { SMTP_URL: "smtps://mail.example.com" }],
    ["mail to its own machine", { SMTP_URL: "smtp://127.0.0.1:25" }],
    ["Redis over TLS", { REDIS_URL: "rediss://redis.example.com:6380" }],
    ["Redis on its own machine", { REDIS_URL: "redis://localhost:6379" }],
    [
      "plans that are bought with no money, when a second variable allows it",
      { BILLING: "fake", BILLING_FAKE_IN_PRODUCTION: "true" },
    ],
  ];
  for (const [what, environment] of safe)
    test(what, () => {
      const config = loadConfig({ ...production, ...environment });
      expect(config.environment).toBe("production");
      expect(config.secret).toBe(production.APP_SECRET);
    });
});

function refusal(environment: Record<string, string>): string {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error("The configuration was accepted.");
}
