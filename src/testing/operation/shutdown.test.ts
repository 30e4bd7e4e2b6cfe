import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { connect } from "node:net";
import { Actor } from "../kit/actor";
import { type ServerProcess, spawnServer } from "../kit/process";
import { temporaryFolder } from "../kit/temporary";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
let server: ServerProcess;
beforeAll(async () => {
  server = await spawnServer(folder.path);
});
afterAll(() => folder.remove());

/**
 * Sends sign-ups as slow requests: each one hashes a password, and only as many hashes run at once as there are cores.
 */
function signUps() {
  return Array.from({ length: 16 }, (_, index) => {
    const actor = new Actor(server, "Guest", `guest-${index}@example.com`);
    const { name, email, password } = actor;
    return actor.post("/auth/sign-up", { name, email, password });
  });
}

test("a stopping server is not ready, answers what it has begun, and exits with 0", async () => {
  const ready = () => fetch(new URL("/readyz", server.url));
  expect((await ready()).status).toBe(200);
  const requests = signUps();
  await Promise.any(requests);
  server.signal("SIGTERM");
  const answers = Promise.all(requests);
  await refusesConnections(Number(server.url.port));
  expect(ready()).rejects.toThrow();
  expect(await Promise.race([answers, "under way"])).toBe("under way");
  for (const { status } of await answers) expect(status).toBe(202);
  expect(await server.exited).toBe(0);
});

test("what it had answered is there after the next start", async () => {
  const next = await spawnServer(folder.path);
  for (let index = 0; index < 16; index++)
    expect(await next.mailsTo(`guest-${index}@example.com`)).toHaveLength(1);
  expect(await next.end("SIGTERM")).toBe(0);
});

async function refusesConnections(port: number): Promise<void> {
  while (await accepts(port));
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "localhost");
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
