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

const WHAT_TO_SET =
  "Set ENVIRONMENT=production. Or set DEV_PAGES=public, if every client may read all mail and use the demo accounts.";

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
    const sentence = `ENVIRONMENT: must be production, because PUBLIC_URL is ${origin}, which is not on this machine. ${WHAT_TO_SET}`;
    expect(refusal({ ...environment, PUBLIC_URL })).toBe(sentence);
    expect(refusal({ ...environment, FRONTEND_URL: PUBLIC_URL })).toBe(
      sentence,
    );
  });

  test.each(["0.0.0.0", "::", "192.168.1.5", "app.example.com"])(
    "refuses HOST=%s",
    (HOST) => {
      expect(refusal({ ...environment, HOST })).toBe(
        `ENVIRONMENT: must be production, because HOST is ${HOST}, which other machines can reach. ${WHAT_TO_SET}`,
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

describe("at the start a warning", () => {
  const production = {
    ENVIRONMENT: "production",
    APP_SECRET: "0123456789abcdef0123456789abcdef",
    PUBLIC_URL: "https://app.example.com",
  };
  const fake = { BILLING: "fake", BILLING_FAKE_IN_PRODUCTION: "true" };

  test("is not logged with usual settings", () => {
    for (const usual of [{}, production, { ENVIRONMENT: "test" }])
      expect(startWarnings(loadConfig(usual), undefined)).toEqual([]);
    // Production has no development pages, so `DEV_PAGES` causes no warning there.
    const config = loadConfig({ ...production, DEV_PAGES: "public" });
    expect(startWarnings(config, undefined)).toEqual([]);
  });

  test("is logged for public mail", () => {
    const config = loadConfig({ DEV_PAGES: "public" });
    expect(startWarnings(config, undefined)).toEqual([
      "DEV_PAGES=public: every client can read all mail at /dev/mail",
    ]);
  });

  test("is logged for fake billing in production", () => {
    const config = loadConfig({ ...production, ...fake });
    expect(startWarnings(config, undefined)).toEqual([
      "BILLING=fake: every admin can get paid plans for free, because BILLING_FAKE_IN_PRODUCTION allows it",
    ]);
  });

  test("is logged after a change of the payment provider", () => {
    const [warning] = startWarnings(loadConfig(production), "stripe");
    expect(warning).toStartWith("BILLING: changed from stripe to off.");
  });
});
