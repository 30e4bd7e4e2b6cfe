import { beforeAll, describe, expect, test } from "bun:test";
import { join } from "node:path";
import {
  Client,
  StreamableHTTPClientTransport,
} from "@modelcontextprotocol/client";
import {
  canInstallFromDebian,
  installFromDebian,
} from "#scripts/debian-package.ts";
import { SNIPPETS } from "#shared/snippets";
import { sharedBrowser } from "../browser/launch";
import { carrySession } from "../browser/guest";
import { button } from "../browser/locators";
import { createVisitor } from "../browser/visitor";
import type { Actor } from "../kit/actor";
import { addPersonalKey } from "../kit/api-keys";
import { expectStatus, type TestOrganization } from "../kit/server";
import { fixture, serverSuite } from "../kit/suite";
import { freePort } from "../kit/temporary";
import { serveSnippet } from "./snippet-app";
import { breaks, writeComparisons } from "./comparison";
import { compile, type Compiler, copyExamples } from "./compile";
import { createConsumer, succeed } from "./consumer";
import { buildReactApp, serveReactApp } from "./react-app";
import { wrongPrograms } from "./wrong";

const consumer = fixture(createConsumer);
const faults = fixture(async () => {
  for (const [file, { source }] of Object.entries(wrongPrograms))
    await consumer.write(`src/wrong/${file}`, source);
  const own = { from: "tenantry", as: "tenantry" };
  await copyExamples(consumer, "examples", own);
  const former = { from: "tenantry-last", as: "tenantry-last" };
  await copyExamples(consumer, "last", former);
  const updated = { from: "tenantry-last", as: "tenantry" };
  await copyExamples(consumer, "updated", updated);
  await writeComparisons(consumer);
  const compiled = {
    "5.6": await compile(consumer, "5.6"),
    "7": await compile(consumer, "7"),
  };
  return { ...compiled, stop() {} };
});

describe.each(["5.6", "7"] satisfies Compiler[])("TypeScript %s", (version) => {
  test("compiles the examples of all entries", () => {
    expect(faults[version]("src/examples/")).toEqual([]);
  });

  test.each(Object.entries(wrongPrograms))(
    "finds the mistake in %s",
    (file, { fault }) => {
      expect(faults[version](`src/wrong/${file}`)).toEqual([
        expect.stringContaining(fault),
      ]);
    },
  );

  test("compiles programs for the last release", () => {
    expect(faults[version]("src/updated/")).toEqual([]);
  });

  test("finds all procedures of the last release, with the former inputs and outputs", () => {
    expect(faults[version]("src/compared/")).toEqual([]);
  });

  test.each(Object.entries(breaks))("would find that %s", (name, { fault }) => {
    expect(faults[version](`src/broken/${name}`)).toEqual([
      expect.stringContaining(`Property '"${fault}"' is missing`),
    ]);
  });

  test("finds nothing else", () => {
    const expected = [...Object.keys(wrongPrograms), ...Object.keys(breaks)];
    expect(faults[version]("")).toHaveLength(expected.length);
  });
});

describe("the examples run with an API key", () => {
  const server = serverSuite();
  let ana: Actor;
  let org: TestOrganization;
  let env: Record<string, string>;

  beforeAll(async () => {
    ana = await server.person("Ana");
  });

  // Each run has an organization of its own.
  async function enter() {
    org = await server.organization(ana);
    const { key } = await addPersonalKey(server, org.id, ana);
    env = {
      TENANTRY_URL: server.url.origin,
      TENANTRY_API_KEY: key,
      TENANTRY_ORG: org.slug,
    };
  }

  const runtimes = {
    "Node 20": () => consumer.node.node,
    Bun: () => process.execPath,
  };

  async function projects() {
    const answer = await ana.get<"projects.list">(
      `/organizations/${org.slug}/projects`,
    );
    return answer.body.items.map(({ name }) => name);
  }

  describe.each(["Node 20", "Bun"] as const)("on %s", (runtime) => {
    const run = async (file: string, folder = "examples") =>
      succeed(
        await consumer.run(
          [runtimes[runtime](), `out-7/${folder}/${file}`],
          env,
        ),
      );

    test("the runtime is the right one", async () => {
      const version = await consumer.run([runtimes[runtime](), "--version"]);
      expect(version.output).toMatch(runtime === "Bun" ? /^1\./ : /^v20\./);
    });

    test("the first call creates a project and lists it", async () => {
      await enter();
      expect(await run("index.js")).toBe("Website active\n");
      expect(await projects()).toEqual(["Website"]);
    });

    test("a repeated import creates one project", async () => {
      await enter();
      expect(await run("errors.js")).toBe("");
      expect(await run("errors.js")).toBe("");
      expect(await projects()).toEqual(["Imported"]);
    });

    test("a program receives a change and ends", async () => {
      await enter();
      expect(await run("live.js")).toContain("changed projects\n");
      expect(await projects()).toEqual(["Announced"]);
    });

    test("the permissions of the roles are known without a server", async () => {
      expect(await run("permissions.js")).toBe(
        "admin true\nmember true\nviewer false\n",
      );
    });

    test("the program of the last release works with the present server", async () => {
      await enter();
      expect(await run("index.js", "last")).toBe("Website active\n");
      expect(await run("errors.js", "last")).toBe("");
      expect(await run("live.js", "last")).toContain("changed projects\n");
      expect(await projects()).toEqual(["Announced", "Imported", "Website"]);
    });

    test("a wrong key is an error with its reason", async () => {
      await enter();
      env = { ...env, TENANTRY_API_KEY: "tnt_live_wrong" };
      const { exitCode, output } = await consumer.run(
        [runtimes[runtime](), "out-7/examples/index.js"],
        env,
      );
      expect(exitCode).not.toBe(0);
      expect(output).toContain("API_KEY_INVALID");
      expect(await projects()).toEqual([]);
    });
  });
});

describe("a React application on the origin of the API", () => {
  const [port, apiPort] = [freePort(), freePort()];
  const publicUrl = `http://127.0.0.1:${port}`;
  const app = fixture(async () => {
    const example = Bun.file(join(consumer.folder, "src/examples/react.tsx"));
    await buildReactApp(consumer, await example.text());
    return serveReactApp(consumer, port, `http://127.0.0.1:${apiPort}`);
  });
  const server = serverSuite({ PORT: String(apiPort), PUBLIC_URL: publicUrl });

  async function visit(person: Actor, slug: string) {
    const visitor = await createVisitor(await sharedBrowser(), server);
    await carrySession(visitor.context, server.url, person);
    await visitor.open(`/?org=${slug}`);
    return visitor;
  }

  test("lists and creates projects with the session of a member", async () => {
    expect(app.stop).toBeFunction();
    const ana = await server.person("Ana");
    const { slug } = await server.organization(ana, "Acme");
    const projects = `/organizations/${slug}/projects`;
    await ana.post(projects, { name: "Already there" });
    const { page, context, complaints } = await visit(ana, slug);
    const row = (name: string) =>
      page.getByRole("listitem").filter({ hasText: name });
    await page.getByRole("heading", { name: "Acme" }).waitFor();
    await row("Already there").waitFor();
    await button(page, "New project").click();
    await row("Website").waitFor();
    const { body } = await ana.get<"projects.list">(projects);
    expect(body.items.map(({ name }) => name)).toEqual([
      "Website",
      "Already there",
    ]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("offers a viewer no change", async () => {
    const ana = await server.person("Ana");
    const org = await server.organization(ana, "Acme");
    const vic = await server.join(ana, org, "viewer");
    await ana.post(`/organizations/${org.slug}/projects`, { name: "Seen" });
    const { page, context } = await visit(vic, org.slug);
    await page.getByRole("listitem").filter({ hasText: "Seen" }).waitFor();
    expect(await button(page, "New project").count()).toBe(0);
    await context.close();
  });
});

describe("the snippets of the first call", () => {
  const server = serverSuite();
  let ana: Actor;
  let org: TestOrganization;
  let key: string;
  beforeAll(async () => {
    ana = await server.person("Ana");
    org = await server.organization(ana, "Acme");
    ({ key } = await addPersonalKey(server, org.id, ana, ["project:read"]));
    const projects = `/organizations/${org.slug}/projects`;
    expectStatus(await ana.post(projects, { name: "Website" }), 201);
  });
  const values = () => ({ url: server.url.origin, org: org.slug, key });

  test("curl lists the projects", async () => {
    await needCurl();
    const [call] = SNIPPETS.curl(values());
    const output = succeed(
      await consumer.run(["sh", "-c", `${call?.code} --silent`]),
    );
    expect(JSON.parse(output)).toMatchObject({ items: [{ name: "Website" }] });
  });

  test("TypeScript lists the projects on Node 20", async () => {
    const [prepare, program] = SNIPPETS.typescript(values());
    expect(prepare?.code).toContain(`TENANTRY_API_KEY="${key}"`);
    const script = "first-call.js";
    const transpiler = new Bun.Transpiler({ loader: "ts" });
    await consumer.write(script, transpiler.transformSync(program?.code ?? ""));
    const env = { TENANTRY_API_KEY: key };
    const output = await consumer.run([consumer.node.node, script], env);
    expect(succeed(output)).toBe("Website active\n");
  });

  test.each(["react", "solid"] as const)(
    "the page of %s lists the projects in a browser",
    async (framework) => {
      const app = await serveSnippet(consumer, framework, values());
      const browser = await sharedBrowser();
      const context = await browser.newContext();
      try {
        await carrySession(context, server.url, ana);
        const page = await context.newPage();
        await page.goto(app.url);
        await page.getByRole("heading", { name: "Acme" }).waitFor();
        const row = page.getByRole("listitem").filter({ hasText: "Website" });
        await row.waitFor();
      } finally {
        await context.close();
        await app.stop();
      }
    },
  );

  test("an MCP client connects and lists the projects", async () => {
    const [config] = SNIPPETS.mcp(values());
    const { mcpServers } = JSON.parse(config?.code ?? "") as {
      mcpServers: {
        tenantry: { url: string; headers: Record<string, string> };
      };
    };
    const { url, headers } = mcpServers.tenantry;
    const client = new Client({ name: "tests", version: "1.0.0" });
    await client.connect(
      new StreamableHTTPClientTransport(new URL(url), {
        requestInit: { headers },
      }),
    );
    const listed = await client.callTool({ name: "projects_list" });
    expect(listed.structuredContent).toMatchObject({
      items: [{ name: "Website" }],
    });
    await client.close();
  });
});

/** Installs curl if it is missing, which needs Debian and root. */
async function needCurl(): Promise<void> {
  if (Bun.which("curl")) return;
  if (!canInstallFromDebian()) throw new Error("Install curl.");
  expect(await installFromDebian(["curl"])).toBe(0);
}
