import { afterEach, expect, setDefaultTimeout, test } from "bun:test";
import { readLog, type ServerProcess, spawnServer } from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";

// This timeout stops a test that hangs. It is high because programs start slowly on a busy machine.
setDefaultTimeout(300_000);

let server: ServerProcess;
let remove: () => void;
afterEach(async () => {
  await server.end("SIGKILL");
  remove();
});

async function startBehindProxy(TRUSTED_PROXIES: string) {
  const folder = temporaryFolder();
  ({ remove } = folder);
  server = await spawnServer(folder.path, {
    LOG_LEVEL: "info",
    RATE_LIMIT_FACTOR: "1",
    TRUSTED_PROXIES,
  });
}

let accounts = 0;

/** Signs in through the proxy for a client, with a new account each time, because accounts have rate limits too. */
async function signInFrom(client: string): Promise<number> {
  const answer = await server
    .stranger()
    .post(
      "/auth/sign-in",
      { email: `${++accounts}@example.com`, password: "a wrong passphrase" },
      { headers: { "x-forwarded-for": client } },
    );
  return answer.status;
}

async function warnings() {
  const lines = await readLog(server);
  return lines.filter(({ msg = "" }) => msg.includes("TRUSTED_PROXIES"));
}

test("an untrusted proxy causes one warning, which names its address", async () => {
  await startBehindProxy("");
  expect(await warnings()).toEqual([]);
  for (const client of ["192.0.2.1", "192.0.2.2", "192.0.2.1"])
    expect(await signInFrom(client)).toBe(401);
  const [warning, ...more] = await warnings();
  expect(more).toEqual([]);
  expect(warning?.level).toBe(40);
  const socket = /TRUSTED_PROXIES: (\S+)/.exec(warning?.msg ?? "")?.[1] ?? "";
  expect(["127.0.0.1/32", "::1/128"]).toContain(socket);
  expect(warning?.msg).toBe(
    `TRUSTED_PROXIES: ${socket} sends X-Forwarded-For and is not trusted, so the rate limits count all clients behind it as one. If it is your reverse proxy, add ${socket} or its network.`,
  );
});

test("clients of a trusted proxy count separately, without a warning", async () => {
  await startBehindProxy("127.0.0.1/32,::1/128");
  for (let time = 0; time < 20; time++)
    expect(await signInFrom("192.0.2.1")).not.toBe(429);
  expect(await signInFrom("192.0.2.1")).toBe(429);
  expect(await signInFrom("192.0.2.2")).toBe(401);
  expect(await warnings()).toEqual([]);
});
