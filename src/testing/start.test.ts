import { afterAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { runProgram, spawnServer } from "./process";
import { freePort, temporaryFolder } from "./temporary";

// Processes take their time to start on a busy machine.
setDefaultTimeout(30_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

const SECRET = "0123456789abcdef0123456789abcdef";
const production = {
  ENVIRONMENT: "production",
  HOST: "127.0.0.1",
  APP_SECRET: SECRET,
  PUBLIC_URL: "https://app.example.com",
};

/** The one line a start that is refused leaves behind. */
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

test("serve says in one line where it is, and adds no sample data", async () => {
  const own = temporaryFolder();
  const server = await spawnServer(own.path, { ENVIRONMENT: "development" });
  expect(server.output()).toBe(`Tenantry is ready at ${server.url.origin}\n`);
  const demo = await fetch(new URL("/dev/demo.json", server.url));
  expect(await demo.text()).toBe('{"people":[]}');
  expect(await server.end("SIGTERM")).toBe(0);
  own.remove();
});
