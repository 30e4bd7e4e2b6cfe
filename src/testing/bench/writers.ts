/**
 * `bun run bench:writers` measures many parallel writers in one organization: on a file, on a libSQL server, and with
 * two instances on one libSQL server. `WRITERS_BASE` names another working tree that is measured in turns with this
 * one.
 */
import { join, resolve } from "node:path";
import type { Actor } from "../kit/actor";
import { type ServerProcess, spawnServer } from "../kit/process";
import { startLibsqlServer } from "../peers/sqld";
import { temporaryFolder } from "../kit/temporary";

const SECONDS = Number(process.env.BENCH_SECONDS ?? 4);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const WRITERS = [16, 64];
const TREES = {
  base: process.env.WRITERS_BASE,
  now: resolve(import.meta.dir, "../../.."),
};
const MODES = [
  ["a file", { remote: false, instances: 1 }],
  ["a libSQL server", { remote: true, instances: 1 }],
  ["two instances over a libSQL server", { remote: true, instances: 2 }],
] as const;

type Mode = (typeof MODES)[number][1];

interface Result {
  stored: number;
  busy: number;
  others: number;
  milliseconds: number[];
}

for (let round = 1; round <= ROUNDS; round++)
  for (const [title, mode] of MODES)
    for (const writers of WRITERS)
      for (const [name, tree] of Object.entries(TREES))
        if (tree) {
          const result = await measure(tree, mode, writers);
          console.log(
            `round ${round} · ${title} · ${writers} writers · ${name}: ${describe(result)}`,
          );
        }

async function measure(
  tree: string,
  { remote, instances }: Mode,
  writers: number,
): Promise<Result> {
  const folder = temporaryFolder();
  const sqld = remote ? await startLibsqlServer() : undefined;
  const environment = {
    BILLING: "off",
    ...(sqld && { DATABASE_URL: sqld.url }),
  };
  const program = [process.execPath, join(tree, "src/main.ts")];
  const servers: ServerProcess[] = [];
  for (let index = 0; index < instances; index++)
    servers.push(await spawnServer(folder.path, environment, program));
  try {
    return await write(servers, writers);
  } finally {
    for (const server of servers) await server.end("SIGTERM");
    await sqld?.stop();
    folder.remove();
  }
}

async function write(
  servers: readonly ServerProcess[],
  writers: number,
): Promise<Result> {
  const [first] = servers;
  if (!first) throw new Error("A server was started.");
  const owner = await first.person();
  const { slug } = await first.organization(owner);
  const result: Result = { stored: 0, busy: 0, others: 0, milliseconds: [] };
  const end = performance.now() + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: writers }, async (_, index) => {
      const server = servers[index % servers.length] ?? first;
      while (performance.now() < end)
        await writeOnce(server, owner, slug, result);
    }),
  );
  return result;
}

async function writeOnce(
  { url }: ServerProcess,
  { cookie }: Actor,
  slug: string,
  result: Result,
): Promise<void> {
  const started = performance.now();
  const { status } = await fetch(
    new URL(`/api/organizations/${slug}/projects`, url),
    {
      method: "POST",
      headers: {
        cookie,
        origin: url.origin,
        "content-type": "application/json",
      },
      body: JSON.stringify({ name: "Written" }),
    },
  );
  result.milliseconds.push(performance.now() - started);
  if (status === 201) result.stored++;
  else if (status === 503) result.busy++;
  else result.others++;
}

function describe({ stored, busy, others, milliseconds }: Result): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (part: number) =>
    (sorted[Math.floor(sorted.length * part)] ?? 0).toFixed(1);
  return `${Math.round(stored / SECONDS)} stored a second, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${busy} times 503, ${others} others`;
}
