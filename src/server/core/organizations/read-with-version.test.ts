import { expect, test } from "bun:test";
import { serverSuite } from "#testing/kit/suite";
import { prepareReadWithVersion } from "./read-with-version";

const server = serverSuite();

interface Found {
  orgId: string | null;
  role: string;
  version: string | null;
}

async function readHead(orgId: string): Promise<string> {
  const { rows } = await server.db.client.execute(
    "select json_array(seq, hash, signature) as head from audit_heads where org_id = ?",
    [orgId],
  );
  return String(rows[0]?.head);
}

test("rows that have not changed get the present version", async () => {
  const { id: orgId } = await server.organization(await server.person());
  const found: Found = { orgId, role: "viewer", version: null };
  const read = prepareReadWithVersion(server.db);
  const unused = () => Promise.reject(new Error("The rows were read again."));
  expect(await read<Found>(() => found, unused)).toEqual({
    ...found,
    version: await readHead(orgId),
  });
});

test("rows that change while the version is read are read together with it", async () => {
  const { id: orgId } = await server.organization(await server.person());
  const roles = ["admin", "viewer"];
  const find = (): Found => ({
    orgId,
    role: roles.shift() ?? "",
    version: null,
  });
  const together: Found = { orgId, role: "viewer", version: "of this role" };
  const read = prepareReadWithVersion(server.db);
  expect(await read(find, () => Promise.resolve(together))).toBe(together);
});

test("a database without a cache reads rows and version with one query", async () => {
  const together: Found = { orgId: "org_1", role: "viewer", version: "1" };
  const { client } = server.db;
  const read = prepareReadWithVersion({ client });
  const unused = () => {
    throw new Error("The rows were read without their version.");
  };
  expect(await read<Found>(unused, () => Promise.resolve(together))).toBe(
    together,
  );
});
