import { describe, expect, test } from "bun:test";
import { Actor } from "#testing/kit/actor";
import { expectStatus, startServer } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { createApp } from "../app";

const server = serverSuite({ ENVIRONMENT: "development" });

const hostile = `<img src=x onerror=alert(1)>`;

interface Item {
  id: string;
  to: string;
}

async function items(): Promise<Item[]> {
  await server.services.outbox.idle();
  const answer = await server.stranger().fetch("/dev/mail.json", {});
  return expectStatus(answer, 200).body.items as unknown as Item[];
}

test("captured mail is listed, newest first, in the documented shape", async () => {
  const first = await server.person("First");
  const second = await server.person("Second");
  const listed = await items();
  expect(listed.map(({ to }) => to).slice(0, 2)).toEqual([
    second.email,
    first.email,
  ]);
  for (const item of listed)
    expect<unknown>(item).toEqual({
      id: expect.any(String),
      to: expect.any(String),
      subject: expect.any(String),
      text: expect.stringContaining("http://localhost:"),
      html: expect.stringContaining("<!doctype html>"),
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
});

test("names of users are shown and never run as scripts", async () => {
  const actor = await server.person(hostile);
  const org = await server.organization(actor, hostile);
  await server.invite(actor, org, "guest@example.com", "viewer");
  const [mail] = await items();
  for (const path of ["/dev/mail", `/dev/mail/${mail?.id}`]) {
    const page = expectStatus(await actor.fetch(path, {}), 200);
    expect(page.headers.get("content-type")).toStartWith("text/html");
    expect(page.text).not.toContain("<img src=x");
    expect(page.text).toContain("&lt;img src=x");
    expect(page.headers.get("content-security-policy")).toStartWith(
      "default-src 'none'",
    );
  }
});

test("an unknown mail is not found", async () => {
  expectStatus(await server.stranger().fetch("/dev/mail/nope", {}), 404);
});

test("mail is stored sealed: its token is not in the database", async () => {
  const actor = new Actor(server, "Sealed", "sealed@example.com");
  const { name, email, password } = actor;
  expectStatus(
    await actor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const token = await server.mailedToken(email);
  for (const table of ["captured_mails", "outbox", "sign_ups"]) {
    const { rows } = await server.db.client.execute(`select * from ${table}`);
    expect(JSON.stringify(rows)).not.toContain(token);
  }
});

function ask(headers: Record<string, string>, of = server) {
  return of.stranger().fetch("/dev/mail.json", { headers });
}

describe("captured mail and demo accounts are shown", () => {
  test("under the names of this machine and no other", async () => {
    const { port } = server.url;
    for (const host of [
      "evil.example",
      `evil.example:${port}`,
      "127.evil.example",
      "203.0.113.7",
      "192.168.1.5",
      "[2001:db8::1]",
      "0.0.0.0",
    ])
      expectStatus(await ask({ host }), 404);
    for (const host of [
      server.url.host,
      `127.0.0.1:${port}`,
      "127.8.9.10",
      "[::1]",
      "localhost",
    ])
      expectStatus(await ask({ host }), 200);
  });

  test.each([
    ["Forwarded", "for=192.0.2.1"],
    ["X-Forwarded-For", "127.0.0.1"],
    ["X-Forwarded-Host", "localhost"],
    ["X-Forwarded-Proto", "https"],
    ["Via", "1.1 proxy"],
    ["X-Real-IP", "192.0.2.1"],
  ])("to no one behind a proxy, which sends %s", async (header, value) => {
    for (const path of ["/dev/mail", "/dev/mail.json", "/dev/demo.json"]) {
      const headers = { [header]: value };
      const answer = await server.stranger().fetch(path, { headers });
      expectStatus(answer, 404);
      expect(answer.text).toContain('"NOT_FOUND"');
    }
  });

  test("to no one whose connection comes from another machine", async () => {
    const app = createApp({
      deps: server.services.deps,
      web: new Map(),
      health: { isReady: () => Promise.resolve(true) },
    });
    const askFrom = async (socketAddress: string) => {
      const request = new Request("http://localhost/dev/mail.json");
      return (await app.fetch(request, { socketAddress })).status;
    };
    expect(await askFrom("192.168.1.5")).toBe(404);
    expect(await askFrom("172.17.0.1")).toBe(404);
    expect(await askFrom("")).toBe(404);
    expect(await askFrom("::ffff:127.0.0.1")).toBe(200);
    expect(await askFrom("::1")).toBe(200);
  });

  test("not under PUBLIC_URL when that is another machine, unless DEV_PAGES=public", async () => {
    const PUBLIC_URL = "https://preview.example.com";
    const forwarded = {
      host: "preview.example.com",
      "x-forwarded-for": "192.0.2.1",
    };
    for (const [DEV_PAGES, status] of [
      ["local", 404],
      ["public", 200],
    ] as const) {
      const preview = await startServer({
        ENVIRONMENT: "development",
        PUBLIC_URL,
        DEV_PAGES,
      });
      const at = (headers: Record<string, string>) =>
        fetch(`http://127.0.0.1:${preview.config.port}/dev/mail.json`, {
          headers,
        });
      expect((await at(forwarded)).status).toBe(status);
      expect((await at({ host: "evil.example" })).status).toBe(404);
      await preview.stop();
    }
  });
});

test("in production captured mail does not exist", async () => {
  const production = await startServer({
    ENVIRONMENT: "production",
    APP_SECRET: "0123456789abcdef0123456789abcdef",
    PUBLIC_URL: "http://localhost",
  });
  try {
    for (const path of [
      "/dev/mail",
      "/dev/mail.json",
      "/dev/mail/x",
      "/dev/demo.json",
    ]) {
      const response = await fetch(
        `http://127.0.0.1:${production.config.port}${path}`,
      );
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('"NOT_FOUND"');
    }
  } finally {
    await production.stop();
  }
});
