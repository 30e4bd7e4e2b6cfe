import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Secret, TOTP } from "otpauth";
import { expectStatus } from "../kit/people";
import { readLog, runProgram, spawnServer } from "../kit/process";
import { freePort, temporaryFolder } from "../kit/temporary";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

const SECRET = "0123456789abcdef0123456789abcdef";
const production = {
  ENVIRONMENT: "production",
  HOST: "127.0.0.1",
  APP_SECRET: SECRET,
  PUBLIC_URL: "https://app.example.com",
};

/** Starts the program with a faulty configuration and returns the one line that it prints. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const PORT = String(freePort());
  const { exitCode, output } = await runProgram(folder.path, ["serve"], {
    PORT,
    ...environment,
  });
  expect(exitCode).toBe(1);
  expect(output.trimEnd().split("\n")).toHaveLength(1);
  return output;
}

describe("a start is refused in one line", () => {
  test("that names the wrong variable and what it must be", async () => {
    expect(await refusal({ LOG_LEVEL: "loud" })).toMatch(
      /^tenantry: LOG_LEVEL: .*"debug"\|"info"/,
    );
  });

  test("when production has no secret", async () => {
    const line = await refusal({ ...production, APP_SECRET: "" });
    expect(line).toContain("APP_SECRET: must be set in production");
  });

  test("when another server works on the database", async () => {
    const server = await spawnServer(folder.path);
    const DATABASE_URL = `file:${folder.path}/tenantry.db`;
    const line = await refusal({ DATABASE_URL });
    expect(line).toContain("in use by another Tenantry server");
    expect(await server.end("SIGTERM")).toBe(0);
  });

  test("when the port is taken", async () => {
    const other = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: () => new Response(),
    });
    const line = await refusal({ PORT: String(other.port) });
    expect(line).toContain(`PORT: ${other.port} is in use`);
    expect(line).toContain("choose another port");
    await other.stop(true);
  });
});

describe("production starts", () => {
  for (const PUBLIC_URL of ["https://app.example.com", "http://localhost"])
    test(`at ${PUBLIC_URL}`, async () => {
      const server = await spawnServer(folder.path, {
        ...production,
        PUBLIC_URL,
        JWT_SECRET: "",
      });
      expect((await fetch(new URL("/readyz", server.url))).status).toBe(200);
      expect((await fetch(new URL("/dev/mail", server.url))).status).toBe(404);
      expect(await server.end("SIGTERM")).toBe(0);
    });

  test("with its secret under the name JWT_SECRET", async () => {
    const server = await spawnServer(folder.path, {
      ...production,
      APP_SECRET: "",
      JWT_SECRET: SECRET,
    });
    expect(await server.end("SIGTERM")).toBe(0);
  });
});

describe.each(["start", "serve"])("%s without ENVIRONMENT", (command) => {
  test.each<Record<string, string>>([
    { PUBLIC_URL: "https://app.example.com" },
    { HOST: "0.0.0.0" },
  ])("refuses %j and leaves nothing behind", async (settings) => {
    const own = temporaryFolder();
    const { exitCode, output } = await runProgram(
      own.path,
      [command],
      settings,
    );
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /^tenantry: ENVIRONMENT: must be production, because (PUBLIC_URL|HOST) is .+\. Set ENVIRONMENT=production\. Or set DEV_PAGES=public, .+\n$/,
    );
    expect(readdirSync(own.path)).toEqual([]);
    own.remove();
  });
});

describe("development", () => {
  const development = { ENVIRONMENT: "development" };

  test("says in one line where it is and what it shows, and serve adds no sample data", async () => {
    const own = temporaryFolder();
    const server = await spawnServer(own.path, development);
    expect(server.output()).toBe(
      `Tenantry is ready at ${server.url.origin} (development: mail and demo passwords are shown at /dev/mail)\n`,
    );
    const demo = await fetch(new URL("/dev/demo.json", server.url));
    expect(await demo.text()).toBe('{"people":[]}');
    expect(await server.end("SIGTERM")).toBe(0);
    own.remove();
  });

  test("makes a secret that only its user can read, and keeps it", async () => {
    const own = temporaryFolder();
    const file = join(own.path, "tenantry.db.secret");
    const first = await spawnServer(own.path, development);
    const secret = readFileSync(file, "utf8");
    expect(secret).toMatch(/^[\w-]{43}\n$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await first.end("SIGTERM")).toBe(0);
    const second = await spawnServer(own.path, development);
    expect(readFileSync(file, "utf8")).toBe(secret);
    expect(await second.end("SIGTERM")).toBe(0);
    own.remove();
  });

  test("makes none where APP_SECRET is set", async () => {
    const own = temporaryFolder();
    const settings = { ...development, APP_SECRET: SECRET };
    const server = await spawnServer(own.path, settings);
    expect(await server.end("SIGTERM")).toBe(0);
    expect(readdirSync(own.path)).not.toContain("tenantry.db.secret");
    own.remove();
  });

  test("does not start with a secret file that holds no secret", async () => {
    const own = temporaryFolder();
    const file = join(own.path, "tenantry.db.secret");
    writeFileSync(file, "short\n");
    const { exitCode, output } = await runProgram(own.path, ["serve"], {
      DATABASE_URL: `file:${own.path}/tenantry.db`,
    });
    expect(exitCode).toBe(1);
    expect(output).toBe(
      `tenantry: APP_SECRET: ${file} must hold at least 32 characters; delete the file, and the next start makes a new secret\n`,
    );
    own.remove();
  });

  test("opens data from before it had a secret of its own, and its audit log is sound", async () => {
    const own = temporaryFolder();
    const PORT = String(freePort());
    // The default secret of the test environment is the one that development used before each database had its own
    // secret.
    const before = await spawnServer(own.path, { PORT });
    const ana = await before.person();
    const { slug } = await before.organization(ana);
    const started = await ana.post("/auth/two-factor/totp");
    const app = new TOTP({
      secret: Secret.fromBase32(String(started.body.secret)),
    });
    expect(await before.end("SIGTERM")).toBe(0);

    const server = await spawnServer(own.path, { ...development, PORT });
    expect(readdirSync(own.path)).toContain("tenantry.db.secret");
    const code = { code: app.generate() };
    const confirmed = await ana.post("/auth/two-factor/totp/confirm", code);
    expectStatus(confirmed, 200);
    const projects = `/organizations/${slug}/projects`;
    expectStatus(await ana.post(projects, { name: "Website" }), 201);
    expect(await server.end("SIGTERM")).toBe(0);
    const verified = await runProgram(own.path, ["audit", "verify"], {
      DATABASE_URL: `file:${own.path}/tenantry.db`,
    });
    expect(verified.output).toContain(`${slug}: 2 events are unchanged`);
    expect(verified.exitCode).toBe(0);
    own.remove();
  });

  test("with DEV_PAGES=public warns that everyone reads its mail", async () => {
    const own = temporaryFolder();
    const server = await spawnServer(own.path, {
      ...development,
      PUBLIC_URL: "https://preview.example.com",
      DEV_PAGES: "public",
      LOG_LEVEL: "info",
    });
    const log = await readLog(server);
    expect(log.map(({ msg }) => msg)).toContain(
      "DEV_PAGES=public: every client can read all mail at /dev/mail",
    );
    expect(await server.end("SIGTERM")).toBe(0);
    own.remove();
  });
});

test("a request that takes long is logged as a warning", async () => {
  const own = temporaryFolder();
  const server = await spawnServer(own.path, {
    LOG_LEVEL: "info",
    SLOW_REQUEST_MS: "0.001",
  });
  try {
    const [line] = (await readLog(server)).filter(
      ({ msg }) => msg === "slow request",
    );
    expect(line).toMatchObject({ level: 40, route: "/auth/context" });
  } finally {
    await server.end("SIGTERM");
    own.remove();
  }
});

describe("start", () => {
  async function startOnce(settings: Record<string, string>) {
    const own = temporaryFolder();
    const environment = { ENVIRONMENT: "development", ...settings };
    const server = await spawnServer(own.path, environment, undefined, "start");
    expect(await server.end("SIGTERM")).toBe(0);
    const { output } = await runProgram(own.path, ["seed", "--demo"], {
      DATABASE_URL: `file:${own.path}/tenantry.db`,
    });
    own.remove();
    return output;
  }

  test("adds the sample people", async () => {
    expect(await startOnce({})).toBe(
      "tenantry: DATABASE_URL: the database is not empty\n",
    );
  });

  test("adds none where other machines reach the program", async () => {
    const output = await startOnce({
      PUBLIC_URL: "https://preview.example.com",
      DEV_PAGES: "public",
    });
    expect(output).toStartWith("Added two organizations");
  });
});
