import { expect, test } from "bun:test";
import { resolve } from "node:path";
import { addPersonalKey } from "#testing/kit/api-keys";
import { serverSuite } from "#testing/kit/suite";

const page = resolve("docs/mcp.md");
const server = serverSuite();

test("the program in docs/mcp.md lists the tools and creates a project", async () => {
  const ada = await server.person("Ada");
  const org = await server.organization(ada);
  const { key } = await addPersonalKey(server, org.id, ada);
  const text = await Bun.file(page).text();
  const [, code = ""] = /^```ts\n(.+?)^```/ms.exec(text) ?? [];
  const child = Bun.spawn([process.execPath, "-e", code], {
    env: {
      ...process.env,
      TENANTRY_URL: server.url.href,
      TENANTRY_KEY: key,
    },
    stdout: "pipe",
    stderr: "inherit",
  });
  const output = await new Response(child.stdout).text();
  expect(await child.exited).toBe(0);
  expect(output).toContain("projects_list");
  expect(output).toContain('name: "Website"');
  const projects = `/organizations/${org.slug}/projects`;
  const { body } = await ada.get<"projects.list">(projects);
  expect(body.items.map(({ name }) => name)).toEqual(["Website"]);
});
