/**
 * Measures the longest time in which each procedure blocks the server, in an organization with a long audit log. The
 * times include a small part of the client, because client and server share the process.
 *
 * The run only marks times above the target. It fails only if a request fails.
 */
import { createSigner } from "#server/kernel/crypto";
import { shortenLog } from "#server/kernel/audit/shorten";
import {
  markForPurge,
  purgeMarked,
} from "#server/features/organizations/purge";
import {
  type Attempt,
  attempts,
  CHALLENGE,
} from "#testing/matrix/valid-inputs";
import { startDns } from "#testing/peers/dns";
import {
  startServer,
  type TestOrganization,
  type TestServer,
} from "#testing/kit/server";
import {
  callRest,
  procedureAt,
  type ProcedurePath,
} from "#testing/matrix/procedures";
import {
  type Roles,
  createRoles,
  createScenario,
  signInAgain,
} from "#testing/matrix/scenarios";
import { CALLED_BY, REFUSED } from "#testing/matrix/work";
import { emptyOrganization, makeLongOrganization } from "./long-organization";
import { type Stall, watchStalls } from "./probe";

const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
/**
 * Each call is measured several times and the shortest stall counts, because other programs can only lengthen a stall.
 */
const TIMES = Number(process.env.BENCH_TIMES ?? 3);
const AIM_MS = 50;
/**
 * The words on the command line: only calls whose name contains one of them are measured. Without words, all calls are
 * measured.
 */
const WORDS = process.argv.slice(2);
const isWanted = (name: string) =>
  WORDS.length === 0 || WORDS.some((word) => name.includes(word));
/** These procedures read the whole audit log and take long, so they are measured only once. */
const LONG: readonly ProcedurePath[] = ["audit.verify", "audit.export"];

interface Stage {
  server: TestServer;
  roles: Roles;
  org: TestOrganization;
}

async function main(): Promise<void> {
  const dns = await startDns();
  dns.defaultAnswer = { records: [[`tenantry-verification=${CHALLENGE}`]] };
  const server = await startServer({
    GITHUB_CLIENT_ID: "tenantry",
    GITHUB_CLIENT_SECRET: "a secret of the benchmark",
    DNS_SERVERS: dns.address,
    LOG_LEVEL: "warn",
  });
  try {
    const roles = await createRoles(server);
    const org = await makeLongOrganization(server, roles, EVENTS);
    const count = EVENTS.toLocaleString("en");
    console.log(
      `\nLongest stall of the event loop, ${count} events in the log; best of ${TIMES}\n`,
    );
    console.log(row("", "ms", "stall ms", "computed"));
    const paths = Object.keys(attempts) as ProcedurePath[];
    for (const path of paths.filter(isWanted))
      report(path, await measure({ server, roles, org }, path));
    await reportDeletions({ server, roles, org });
  } finally {
    await server.stop();
    await dns.stop();
  }
}

interface Measured extends Stall {
  took: number;
}

async function measure(stage: Stage, path: ProcedurePath): Promise<Measured> {
  const times = LONG.includes(path) ? 1 : TIMES;
  let best: Measured | undefined;
  for (let time = 0; time < times; time++) {
    const measured = await measureOnce(stage, path);
    if (!best || measured.longest < best.longest) best = measured;
  }
  if (!best) throw new Error("BENCH_TIMES must be 1 or more.");
  return best;
}

async function measureOnce(
  { server, roles, org }: Stage,
  path: ProcedurePath,
): Promise<Measured> {
  await emptyOrganization(server, roles, org);
  const scenario = await createScenario(
    server,
    roles,
    CALLED_BY[path] ?? "admin",
    org,
  );
  const input = await (attempts[path] as Attempt<unknown>)(scenario);
  await server.services.outbox.idle();
  const started = performance.now();
  const stall = await watchStalls(async () => {
    const status = await statusOf(server, scenario.caller, path, input);
    if (status >= 300 && !REFUSED.includes(path))
      throw new Error(`${path} answered ${status}.`);
  });
  const took = performance.now() - started;
  await server.services.background.idle();
  await signInAgain(scenario.caller);
  return { ...stall, took };
}

/**
 * Makes the call and returns its status. The content of a download is discarded, because only the server is measured.
 */
async function statusOf(
  { url }: TestServer,
  caller: Roles["admin"],
  path: ProcedurePath,
  input: unknown,
): Promise<number> {
  if (path !== "audit.export")
    return (await callRest(caller, path, input)).status;
  const { org, format } = input as { org: string; format: string };
  const address = `/api/organizations/${org}/audit-log/export?format=${format}`;
  const { cookie } = caller;
  const response = await fetch(new URL(address, url), { headers: { cookie } });
  for await (const _ of response.body ?? []);
  return response.status;
}

/** Measures two deletions that run in the background: audit events that are too old, and a purged organization. */
async function reportDeletions({ server, org }: Stage): Promise<void> {
  const { client } = server.db;
  const signer = createSigner(server.config.secret, "audit");
  const now = Date.now();
  const whole = { orgId: org.id, before: now + 1, now };
  await reportTask("(the whole log is too old)", () =>
    shortenLog(client, signer, whole),
  );
  const itself = { sql: "id = ?", args: [org.id] };
  await reportTask("(the organization is purged)", async () => {
    await client.batch(markForPurge(itself, now), "write");
    await purgeMarked(client);
  });
}

async function reportTask(name: string, task: () => Promise<void>) {
  if (!isWanted(name)) return;
  const started = performance.now();
  const stall = await watchStalls(task);
  print(name, { ...stall, took: performance.now() - started });
}

function report(path: ProcedurePath, measured: Measured): void {
  print(`${path} (${procedureAt(path).type})`, measured);
}

function print(name: string, { took, longest, computed }: Measured): void {
  const cells = [took, longest, computed].map((ms) => ms.toFixed(1));
  const mark = longest > AIM_MS ? `  over ${AIM_MS} ms` : "";
  console.log(row(name, ...cells) + mark);
}

function row(name: string, ...cells: string[]): string {
  return name.padEnd(46) + cells.map((cell) => cell.padStart(10)).join("");
}

await main();
