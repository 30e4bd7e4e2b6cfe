import type { InArgs } from "@libsql/client";

/** A second process that uses the database file of a server. */
export interface OtherProcess {
  /** Runs a statement and waits until it is committed. */
  execute(sql: string, args: InArgs): Promise<void>;
  stop(): void;
}

const PROGRAM = `
  import { createClient } from "@libsql/client";
  const client = createClient({ url: process.argv[1], timeout: 60_000 });
  console.log("ready");
  for await (const line of console) {
    await client.execute(JSON.parse(line));
    console.log("done");
  }`;

/** Starts the process. @param url the URL of the database file */
export async function startOtherProcess(url: string): Promise<OtherProcess> {
  const child = Bun.spawn([process.execPath, "-e", PROGRAM, url], {
    cwd: import.meta.dir,
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = child.stdout.getReader();
  const answered = async () => {
    const { done } = await lines.read();
    if (done) throw new Error("The other process has ended.");
  };
  await answered();
  return {
    async execute(sql, args) {
      child.stdin.write(`${JSON.stringify({ sql, args })}\n`);
      child.stdin.flush();
      await answered();
    },
    stop: () => child.kill(),
  };
}
