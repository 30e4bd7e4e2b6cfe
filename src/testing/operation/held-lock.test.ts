import { expect, test } from "bun:test";
import { expectStatus, type TestOrganization } from "../kit/people";
import { problemOf } from "../kit/problem";
import { serverSuite } from "../kit/suite";

const server = serverSuite();

// The interval refers to the database, because garbage collection of the database would release the lock.
const PROGRAM = `
  import Database from "libsql";
  const database = new Database(process.argv[1]);
  database.exec("BEGIN IMMEDIATE");
  console.log("held");
  setInterval(() => database.inTransaction, 1000);`;

/** Starts a second process that holds the write lock of the database file until it is stopped. */
async function holdWriteLock(): Promise<{ stop(): Promise<unknown> }> {
  const path = server.config.database.url.slice("file:".length);
  const child = Bun.spawn([process.execPath, "-e", PROGRAM, path], {
    cwd: import.meta.dir,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { value } = await child.stdout.getReader().read();
  expect(new TextDecoder().decode(value)).toBe("held\n");
  return {
    stop() {
      child.kill();
      return child.exited;
    },
  };
}

test("mutations are refused as BUSY while another process holds the lock", async () => {
  const ana = await server.person("Ana");
  const list: TestOrganization[] = [];
  while (list.length < 3) list.push(await server.organization(ana));
  const createProjects = () =>
    Promise.all(
      list.map(({ slug }) =>
        ana.post(`/organizations/${slug}/projects`, { name: "One" }),
      ),
    );
  const countProjects = async () => {
    const sql = "select count(*) from projects";
    return (await server.db.client.execute(sql)).rows[0]?.[0];
  };
  const lock = await holdWriteLock();
  const refused = await createProjects();
  await lock.stop();
  for (const answer of refused) {
    expect(problemOf(expectStatus(answer, 503)).reason).toBe("BUSY");
    expect(answer.headers.get("retry-after")).toBe("1");
  }
  expect(await countProjects()).toBe(0);
  for (const answer of await createProjects()) expectStatus(answer, 201);
  expect(await countProjects()).toBe(3);
});
