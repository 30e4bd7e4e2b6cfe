import { beforeAll, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import {
  expectStatus,
  startServer,
  type TestOrganization,
} from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { type LiveListener, listen } from "#testing/kit/live";
import { subscriptions } from "#testing/matrix/procedures";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
} from "#testing/kit/api-keys";
import { until } from "#testing/kit/until";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";

const server = serverSuite();
let ana: Actor;
beforeAll(async () => {
  ana = await server.person("Ana");
});

/** Creates an organization of Ana with a second member, Ben, who has an open stream. */
async function team(role: "admin" | "member" | "viewer" = "member") {
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, role);
  return { org, ben, subscriber: await listen(server, ben, org.slug) };
}

const memberPath = (org: TestOrganization, { id }: Actor) =>
  `/organizations/${org.slug}/members/${id}`;

/** Runs the action, and waits until the subscriber has received the event. */
async function hearsOf(
  subscriber: LiveListener,
  kind: Parameters<LiveListener["receives"]>[0],
  act: () => Promise<{ status: number; text: string }>,
) {
  const heard = subscriber.receives(kind);
  const { status, text } = await act();
  if (status >= 300) throw new Error(`${status}: ${text}`);
  await heard;
}

/** Expects that the stream ends with the event `lost`. */
async function isLost(subscriber: LiveListener) {
  await subscriber.ended;
  expect(subscriber.kinds.at(-1)).toBe("lost");
  expect(subscriber.kinds.filter((kind) => kind === "lost")).toHaveLength(1);
}

test("live.changes is the only stream", () => {
  expect(subscriptions).toEqual(["live.changes"]);
});

test("a POST request for a stream fails with 405", async () => {
  const org = await server.organization(ana);
  for (const suffix of ["", "?batch=1"]) {
    const answer = await fetch(
      new URL(`/trpc/live.changes${suffix}`, server.url),
      {
        method: "POST",
        headers: {
          cookie: ana.cookie,
          accept: "text/event-stream",
          origin: server.url.origin,
          "content-type": "application/json",
        },
        body: JSON.stringify(
          suffix ? { 0: { org: org.slug } } : { org: org.slug },
        ),
      },
    );
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET");
    expect(await answer.json()).toMatchObject({
      error: { data: { reason: "METHOD_NOT_SUPPORTED", httpStatus: 405 } },
    });
  }
  expect(server.services.deps.live.size).toBe(0);
});

test("the headers keep proxies from buffering the stream", async () => {
  const { subscriber } = await team();
  expect(subscriber.headers.get("content-type")).toBe("text/event-stream");
  expect(subscriber.headers.get("cache-control")).toContain("no-transform");
  expect(subscriber.headers.get("x-accel-buffering")).toBe("no");
  subscriber.leave();
});

test("a changed role reports `you` to its member and `members` to the others", async () => {
  const { org, ben, subscriber } = await team();
  const own = await listen(server, ana, org.id);
  const told = own.receives("members");
  await hearsOf(subscriber, "you", () =>
    ana.put(memberPath(org, ben), { role: "viewer" }),
  );
  await told;
  expect(own.kinds.filter((kind) => kind === "you")).toHaveLength(1);
  subscriber.leave();
  own.leave();
});

test("a removed member gets `lost` first, and the stream ends", async () => {
  const { org, ben, subscriber } = await team();
  expectStatus(await ana.delete(memberPath(org, ben)), 204);
  await isLost(subscriber);
});

test("a member who leaves or deletes the account loses the stream", async () => {
  const { org, ben, subscriber } = await team();
  expectStatus(await ben.delete(memberPath(org, ben)), 204);
  await isLost(subscriber);
});

test("a deleted organization ends the streams of all members", async () => {
  const { org, subscriber } = await team();
  const own = await listen(server, ana, org.slug);
  expectStatus(
    await ana.call("DELETE", `/organizations/${org.slug}?confirm=${org.slug}`),
    204,
  );
  await isLost(subscriber);
  await isLost(own);
});

test("a suspended member loses the stream", async () => {
  const { org, ben, subscriber } = await team();
  expectStatus(
    await ana.post(`/organizations/${org.slug}/members/${ben.id}/suspend`),
    200,
  );
  await isLost(subscriber);
  const again = await listen(server, ben, org.slug);
  await again.ended;
  expect(again.reason()).toBe("MEMBERSHIP_SUSPENDED");
});

test("a program with an API key receives changes, and loses the stream when the key is revoked", async () => {
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member");
  const program = await addPersonalKey(server, org.id, ben, ["project:read"]);
  const subscriber = await listen(server, program, org.slug);
  await hearsOf(subscriber, "projects", () =>
    ana.post(`/organizations/${org.slug}/projects`, { name: "Website" }),
  );
  expect(subscriber.kinds).not.toContain("members");
  const path = `/organizations/${org.slug}/api-keys/${program.keyId}`;
  expectStatus(await ana.delete(path), 204);
  await isLost(subscriber);
});

test("a personal API key loses the stream when the two-factor policy blocks its owner", async () => {
  const org = await server.organization(ana);
  const ben = await server.join(ana, org, "member");
  const program = await addPersonalKey(server, org.id, ben, ["project:read"]);
  const account = await addServiceAccount(server.db, org.id, "member");
  const service = await addServiceKey(server, org.id, account);
  const subscriber = await listen(server, program, org.slug);
  const other = await listen(server, service, org.slug);
  await server.db.client.execute({
    sql: "update organizations set two_factor_required_from = 1 where id = ?",
    args: [org.id],
  });
  const heard = other.receives("you");
  server.services.deps.live.tell(changed(org.id));
  await isLost(subscriber);
  await heard;
  other.leave();
});

test("an expired session loses the stream", async () => {
  const later = await startServer();
  const admin = await later.person();
  const org = await later.organization(admin);
  const subscriber = await listen(later, admin, org.slug);
  later.passTime(31 * 24 * 60 * 60 * 1000);
  later.services.deps.live.tell(changed(org.id));
  await isLost(subscriber);
  await later.stop();
});

/** Makes a mutation that changes the row of the organization itself. */
function changed(orgId: string): UnitOfWork {
  const work = new UnitOfWork();
  work.record(orgId, {
    table: "organizations",
    id: orgId,
    before: null,
    after: null,
  });
  return work;
}

test("a new name is reported, and the stream continues with the new slug", async () => {
  const { org, subscriber } = await team();
  const path = `/organizations/${org.slug}`;
  await hearsOf(subscriber, "organization", () =>
    ana.call("PUT", path, { name: "Renamed" }),
  );
  await hearsOf(subscriber, "organization", () =>
    ana.call("PUT", path, { slug: `${org.slug}-2` }),
  );
  await hearsOf(subscriber, "projects", () =>
    ana.post(`/organizations/${org.id}/projects`, { name: "Still here" }),
  );
  subscriber.leave();
});

test("a member gets no event about data they may not read", async () => {
  const { org, subscriber } = await team("viewer");
  const own = await listen(server, ana, org.slug);
  const inLog = own.receives("audit");
  await hearsOf(subscriber, "projects", () =>
    ana.post(`/organizations/${org.slug}/projects`, { name: "One" }),
  );
  await inLog;
  expect(subscriber.kinds).not.toContain("audit");
  subscriber.leave();
  own.leave();
});

test("a change of a custom role is reported at once and decides which later events arrive", async () => {
  const { org, ben, subscriber } = await team("viewer");
  const path = `/organizations/${org.slug}`;
  const made = await ana.post<"roles.create">(`${path}/roles`, {
    name: "Reviewer",
    basedOn: "viewer",
    permissions: ["organization:read", "project:read", "audit:read"],
  });
  const { id } = expectStatus(made, 201).body;
  await hearsOf(subscriber, "you", () =>
    ana.put(memberPath(org, ben), { role: id }),
  );
  await hearsOf(subscriber, "audit", () =>
    ana.post(`${path}/projects`, { name: "Seen" }),
  );
  await hearsOf(subscriber, "you", () =>
    ana.put(`${path}/roles/${id}`, {
      permissions: ["organization:read", "project:read"],
    }),
  );
  const before = subscriber.kinds.length;
  await hearsOf(subscriber, "projects", () =>
    ana.post(`${path}/projects`, { name: "Half seen" }),
  );
  await hearsOf(subscriber, "organization", () =>
    ana.put(path, { name: "After" }),
  );
  expect(subscriber.kinds.slice(before)).not.toContain("audit");
  subscriber.leave();
});

test("changes of another organization never arrive", async () => {
  const { org, subscriber } = await team();
  const other = await server.organization(ana);
  const count = subscriber.kinds.length;
  expectStatus(
    await ana.post(`/organizations/${other.slug}/projects`, {
      name: "Elsewhere",
    }),
    201,
  );
  expectStatus(
    await ana.call("PUT", `/organizations/${other.slug}`, {
      name: "Elsewhere",
    }),
    200,
  );
  // Events arrive in order, so the arrival of this event proves that no earlier event was sent.
  await hearsOf(subscriber, "projects", () =>
    ana.post(`/organizations/${org.slug}/projects`, { name: "Here" }),
  );
  expect(subscriber.kinds.slice(count)).toEqual(["projects"]);
  subscriber.leave();
});

test("a stranger gets ORGANIZATION_NOT_FOUND and no stream", async () => {
  const { org, subscriber } = await team();
  const stranger = await server.person();
  const [foreign, missing] = await Promise.all(
    [org.slug, "there-is-none"].map((name) => listen(server, stranger, name)),
  );
  for (const refused of [foreign, missing]) {
    await refused?.ended;
    expect(refused?.reason()).toBe("ORGANIZATION_NOT_FOUND");
    expect(refused?.kinds).toEqual([]);
  }
  const signedOut = await listen(server, server.stranger(), org.slug);
  await signedOut.ended;
  expect(signedOut.reason()).toBe("SIGNED_OUT");
  subscriber.leave();
});

test("the end of a session ends its streams and no others", async () => {
  const { org, ben, subscriber } = await team();
  const elsewhere = ben.otherBrowser();
  expectStatus(await elsewhere.signIn(), 200);
  const other = await listen(server, elsewhere, org.slug);
  const stays = other.receives("you");
  expectStatus(await ben.post("/auth/sign-out"), 204);
  await isLost(subscriber);
  await stays;
  expectStatus(
    await elsewhere.post("/auth/forgot-password", { email: ben.email }),
    202,
  );
  const token = await server.mailedToken(ben.email, "reset");
  expectStatus(
    await server.stranger().post("/auth/reset-password", {
      token,
      password: "another long passphrase",
    }),
    200,
  );
  await isLost(other);
});

test("a user has at most 100 streams in all browsers together", async () => {
  const org = await server.organization(ana);
  const eve = await server.join(ana, org, "member", "Eve");
  const browsers = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const browser = eve.otherBrowser();
      expectStatus(await browser.signIn(), 200);
      return browser;
    }),
  );
  const pages = await Promise.all(
    browsers
      .slice(0, 5)
      .flatMap((browser) =>
        Array.from({ length: 20 }, () => listen(server, browser, org.slug)),
      ),
  );
  expect(pages.map((page) => page.reason())).toEqual(
    pages.map(() => undefined),
  );
  const sixth = browsers[5] ?? eve;
  const tooMany = await listen(server, sixth, org.slug);
  await tooMany.ended;
  expect(tooMany.reason()).toBe("RATE_LIMITED");
  const other = await listen(server, ana, org.slug);
  expect(other.reason()).toBeUndefined();
  for (const page of [...pages, other]) page.leave();
  await until("there is room again", async () => {
    const again = await listen(server, sixth, org.slug);
    again.leave();
    return again.kinds.length > 0 || undefined;
  });
});

test("a browser has at most 20 streams, and a closed one no longer counts", async () => {
  const { org, ben, subscriber } = await team();
  const more = await Promise.all(
    Array.from({ length: 19 }, () => listen(server, ben, org.slug)),
  );
  const tooMany = await listen(server, ben, org.slug);
  await tooMany.ended;
  expect(tooMany.reason()).toBe("RATE_LIMITED");
  for (const one of [subscriber, ...more]) one.leave();
  await until("there is room again", async () => {
    const again = await listen(server, ben, org.slug);
    again.leave();
    return again.kinds.length > 0 || undefined;
  });
});

test("closed tabs leave nothing behind", async () => {
  const { live } = server.services.deps;
  const ears = await Promise.all(
    Array.from({ length: 5 }, async () => (await team()).subscriber),
  );
  for (const subscriber of ears) subscriber.leave();
  await until("no stream is open", () => live.size === 0 || undefined);
});
