import { describe, expect, test } from "bun:test";
import { ConfigError, loadConfig } from "./config";
import { refusePublicAddress, startWarnings } from "./posture";

function refusal(environment: Record<string, string>): string | undefined {
  try {
    refusePublicAddress(loadConfig(environment));
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

const WHAT_TO_WRITE =
  "Write ENVIRONMENT=production. Or write DEV_PAGES=public, if everyone who reaches the program may read all its mail and use its sample accounts.";

describe.each([
  ["no ENVIRONMENT", {}],
  ["development", { ENVIRONMENT: "development" }],
  ["test", { ENVIRONMENT: "test" }],
])("%s", (_, environment) => {
  test.each([
    ["https://app.example.com", "https://app.example.com"],
    ["http://192.168.1.5:3000", "http://192.168.1.5:3000"],
    ["http://localhost.example.com/", "http://localhost.example.com"],
    ["http://127.0.0.1.example.com", "http://127.0.0.1.example.com"],
    ["http://0.0.0.0:3000", "http://0.0.0.0:3000"],
  ])("refuses PUBLIC_URL=%s", (PUBLIC_URL, origin) => {
    const sentence = `ENVIRONMENT: must be production, because PUBLIC_URL is ${origin}, which is not on this machine. ${WHAT_TO_WRITE}`;
    expect(refusal({ ...environment, PUBLIC_URL })).toBe(sentence);
    expect(refusal({ ...environment, FRONTEND_URL: PUBLIC_URL })).toBe(
      sentence,
    );
  });

  test.each(["0.0.0.0", "::", "192.168.1.5", "app.example.com"])(
    "refuses HOST=%s",
    (HOST) => {
      expect(refusal({ ...environment, HOST })).toBe(
        `ENVIRONMENT: must be production, because HOST is ${HOST}, where other machines reach the program. ${WHAT_TO_WRITE}`,
      );
    },
  );

  test.each<Record<string, string>>([
    {},
    { PUBLIC_URL: "http://localhost:5173" },
    { PUBLIC_URL: "http://127.0.0.1:3000" },
    { PUBLIC_URL: "http://[::1]:3000", HOST: "::1" },
    { HOST: "127.0.0.2" },
    { HOST: "localhost" },
    { DEV_PAGES: "public", HOST: "0.0.0.0" },
    { DEV_PAGES: "public", PUBLIC_URL: "https://preview.example.com" },
  ])("starts with %j", (settings) => {
    expect(refusal({ ...environment, ...settings })).toBeUndefined();
  });
});

test("production starts at a public address", () => {
  const production = {
    ENVIRONMENT: "production",
    APP_SECRET: "0123456789abcdef0123456789abcdef",
    PUBLIC_URL: "https://app.example.com",
  };
  expect(refusal(production)).toBeUndefined();
});

describe("a start warns", () => {
  const production = {
    ENVIRONMENT: "production",
    APP_SECRET: "0123456789abcdef0123456789abcdef",
    PUBLIC_URL: "https://app.example.com",
  };
  const fake = { BILLING: "fake", BILLING_FAKE_IN_PRODUCTION: "true" };

  test("of nothing with usual settings", () => {
    for (const usual of [{}, production, { ENVIRONMENT: "test" }])
      expect(startWarnings(loadConfig(usual), undefined)).toEqual([]);
    // Production has no pages of development.
    const config = loadConfig({ ...production, DEV_PAGES: "public" });
    expect(startWarnings(config, undefined)).toEqual([]);
  });

  test("of mail that everyone reads", () => {
    const config = loadConfig({ DEV_PAGES: "public" });
    expect(startWarnings(config, undefined)).toEqual([
      "DEV_PAGES=public: everyone who reaches the program can read its mail at /dev/mail",
    ]);
  });

  test("of plans that cost nothing in production", () => {
    const config = loadConfig({ ...production, ...fake });
    expect(startWarnings(config, undefined)).toEqual([
      "BILLING=fake: every admin can have paid plans for no money, because BILLING_FAKE_IN_PRODUCTION allows it",
    ]);
  });

  test("of another provider than before", () => {
    const [warning] = startWarnings(loadConfig(production), "stripe");
    expect(warning).toStartWith("BILLING: it is off and was stripe.");
  });
});
