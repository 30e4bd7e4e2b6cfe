import { expect, setDefaultTimeout, test } from "bun:test";
import { resolve } from "node:path";
import { spawnServer } from "#testing/kit/process";
import { temporaryFolder } from "#testing/kit/temporary";
import { until } from "#testing/kit/until";

// The timeout only stops a test that hangs. It is long, because processes start slowly on a busy machine.
setDefaultTimeout(300_000);

const root = resolve(import.meta.dir, "../../..");

/** Runs statements that use `log` in a process in which the timers do not run, so that no line is written by a timer. */
function runWithoutTimers(statements: string) {
  const script = `
    globalThis.setInterval = () => ({ unref() {} });
    const { createLog, flushLog } = await import("#server/kernel/log");
    globalThis.log = createLog({ logLevel: "info" });
    ${statements}`;
  const child = Bun.spawn([process.execPath, "-e", script], {
    cwd: root,
    stdio: ["pipe", "pipe", "ignore"],
  });
  let text = "";
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const part of child.stdout) text += decoder.decode(part);
  })();
  const messages = () =>
    text
      .split("\n")
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
  return { child, messages, ended };
}

test("a warning and the lines before it are written at once", async () => {
  const { child, messages } = runWithoutTimers(`
    log.info("waiting");
    log.warn("first");
    await Bun.stdin.text();
    for (let i = 0; i < 100; i++) log.error(String(i));
    await new Promise(() => process.stdin.ref());`);
  await until("the first warning", () => messages().length === 2 || undefined);
  expect(messages()).toEqual(["waiting", "first"]);
  await child.stdin.end();
  await until("all errors", () => messages().length === 102 || undefined);
  expect(messages().slice(2)).toEqual([...Array(100).keys()].map(String));
  child.kill("SIGKILL");
});

test("an uncaught error loses no line of the log", async () => {
  const { child, messages, ended } = runWithoutTimers(`
    log.info("first");
    log.info("last");
    setTimeout(() => { throw new Error("unexpected"); }, 0);`);
  await ended;
  expect(await child.exited).toBe(1);
  expect(messages()).toEqual(["first", "last"]);
});

test("a flush waits until all lines are written", async () => {
  const { child, messages } = runWithoutTimers(`
    for (let i = 0; i < 2000; i++) log.info(String(i));
    await flushLog(log);
    process.kill(process.pid, "SIGKILL");`);
  await child.exited;
  await until("all lines", () => messages().length === 2000 || undefined);
});

test("a server that stops has logged every request", async () => {
  const folder = temporaryFolder();
  const server = await spawnServer(folder.path, { LOG_LEVEL: "info" });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => server.stranger().get("/auth/context")),
  );
  expect(await server.end("SIGTERM")).toBe(0);
  const ids = answers.map(({ headers }) => headers.get("x-request-id") ?? "?");
  await until(
    "all requests in the log",
    () => ids.every((id) => server.output().includes(id)) || undefined,
  );
  folder.remove();
});
