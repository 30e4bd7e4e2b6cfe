import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { version as packageVersion } from "#package.json";
import { appRouter } from "#server/features/router";
import { createOpenApiDocument } from "#server/http/rest/openapi/document";
import { expectStatus } from "../kit/people";
import { KeyActor } from "../kit/api-keys";
import { connectMcp } from "../kit/mcp";
import { png } from "../kit/images";
import { type ServerProcess, spawnServer } from "../kit/process";
import { temporaryFolder } from "../kit/temporary";

const binary = resolve(import.meta.dir, "../../../dist/tenantry");

describe("the single binary in an empty folder", () => {
  const folder = temporaryFolder();
  let server: ServerProcess;
  beforeAll(async () => {
    server = await spawnServer(folder.path, {}, [binary]);
  });
  afterAll(async () => {
    await server.end("SIGTERM");
    folder.remove();
  });

  test("needs nothing beside it", () => {
    const files = readdirSync(folder.path);
    expect(files.filter((file) => !file.startsWith("tenantry.db"))).toEqual([]);
  });

  test("names its version", async () => {
    const answer = await fetch(new URL("/healthz", server.url));
    const { version } = (await answer.json()) as { version: string };
    expect(version.split("+")[0]).toBe(packageVersion);
  });

  test("brings its migrations", async () => {
    const answer = await fetch(new URL("/readyz", server.url));
    expect(await answer.json()).toEqual({ status: "ready" });
  });

  test("brings the web app, page and scripts", async () => {
    const page = await fetch(new URL("/o/acme/projects", server.url));
    const html = await page.text();
    expect(page.headers.get("content-type")).toStartWith("text/html");
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? "";
    const asset = await fetch(new URL(script, server.url));
    expect(asset.status).toBe(200);
    expect(asset.headers.get("cache-control")).toContain("immutable");
  });

  test("brings the OpenAPI document with its examples", async () => {
    const answer = await fetch(new URL("/api/openapi.json", server.url));
    const fromSources = createOpenApiDocument(appRouter, server.url);
    expect(await answer.json()).toEqual(
      JSON.parse(JSON.stringify(fromSources)),
    );
    expect(JSON.stringify(fromSources)).toContain('"recorded"');
  });

  test("walks the main job: two organizations that cannot see each other", async () => {
    const ana = await server.person("Ana");
    const acme = await server.organization(ana, "Acme");
    const bob = await server.join(ana, acme, "member", "Bob");
    const list = `/organizations/${acme.slug}/projects`;
    expectStatus(await ana.post(list, { name: "Website" }), 201);
    expect((await bob.get(list)).text).toContain("Website");

    const eve = await server.person("Eve");
    const globex = await server.organization(eve, "Globex");
    const foreign = await eve.get(list);
    expect(foreign.status).toBe(404);
    expect(foreign.text).not.toContain("Website");
    const own = await eve.get(`/organizations/${globex.slug}/projects`);
    expect(own.text).not.toContain("Website");
  });

  test("brings the tools for AI agents", async () => {
    const ana = await server.person("Ana");
    const org = await server.organization(ana);
    const path = `/organizations/${org.slug}/api-keys`;
    const answer = await ana.post<"apiKeys.create">(path, {
      name: "Agent",
      scopes: ["project:create"],
    });
    const { secret } = expectStatus(answer, 201).body;
    const program = new KeyActor(server, "", secret);
    await using connected = await connectMcp(server, program);
    const result = await connected.client.callTool({
      name: "projects_create",
      arguments: { name: "Website" },
    });
    expect(result.structuredContent).toMatchObject({ name: "Website" });
  });

  test("brings what it takes to read a picture and write another", async () => {
    const ana = await server.person("Ana");
    const image = png(300, 200).toString("base64");
    const { body } = expectStatus(
      await ana.put("/auth/me/avatar", { image }),
      200,
    );
    const picture = await fetch(new URL(String(body.avatarUrl), server.url));
    const { width, height, format } = await new Bun.Image(
      await picture.arrayBuffer(),
    ).metadata();
    expect({ width, height, format }).toEqual({
      width: 256,
      height: 256,
      format: "webp",
    });
  });

  test("shows no stack trace, whatever it is sent", async () => {
    const { text } = await server.stranger().trpc("query", "projects.list", 7);
    expect(text).not.toContain("stack");
    expect(text).not.toContain(".ts");
  });
});

describe("the single binary without settings", () => {
  const own = temporaryFolder();
  afterAll(() => own.remove());
  const PATH = process.env.PATH ?? "";

  test("refuses an address that other machines reach, and leaves nothing behind", async () => {
    const PUBLIC_URL = "https://app.example.com";
    const child = Bun.spawn([binary], {
      cwd: own.path,
      env: { PATH, PUBLIC_URL },
      stdio: ["ignore", "pipe", "pipe"],
    });
    expect(await child.exited).toBe(1);
    expect(await new Response(child.stderr).text()).toStartWith(
      `tenantry: ENVIRONMENT: must be production, because PUBLIC_URL is ${PUBLIC_URL}, which is not on this machine. Set ENVIRONMENT=production.`,
    );
    expect(readdirSync(own.path)).toEqual([]);
  });

  test("is in development, says so, and makes a secret of its own", async () => {
    const server = await spawnServer(
      own.path,
      { ENVIRONMENT: "" },
      [binary],
      "start",
    );
    expect(server.output()).toBe(
      `Tenantry is ready at ${server.url.origin} (development: mail and demo passwords are shown at /dev/mail)\n`,
    );
    expect(readdirSync(own.path)).toContain("tenantry.db.secret");
    const demo = await fetch(new URL("/dev/demo.json", server.url));
    expect(await demo.text()).toContain("demo-password");
    expect(await server.end("SIGTERM")).toBe(0);
  });
});
