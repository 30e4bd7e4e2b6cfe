import { expect, test } from "bun:test";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";

const server = serverSuite();

test("changing nothing of an API key is a success and not an error of the server", async () => {
  const ana = await server.person("Ana");
  const org = await server.organization(ana);
  const path = `/organizations/${org.slug}/api-keys`;
  const { body } = expectStatus(
    await ana.post<"apiKeys.create">(path, {
      name: "Deploy",
      scopes: ["project:read"],
    }),
    201,
  );
  const changed = await ana.put<"apiKeys.update">(`${path}/${body.key.id}`, {});
  expect(expectStatus(changed, 200).body).toEqual(body.key);
});
