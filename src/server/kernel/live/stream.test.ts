import { expect, test } from "bun:test";
import { type Grants, grantsOf } from "#shared/permissions";
import { createHub } from "./hub";
import { streamOf } from "./stream";

const reader = { orgId: "org_a", userId: "usr_a", sessionId: "ses_a" };

function open(
  readGrants: () => Promise<Grants | undefined>,
  checkEveryMs?: number,
) {
  const hub = createHub();
  const leaving = new AbortController();
  const stream = streamOf({
    subscribe: () => hub.subscribe(reader),
    readGrants,
    signal: leaving.signal,
    checkEveryMs,
  });
  const next = async () => (await stream.next()).value?.kind;
  return { hub, stream, next, leave: () => leaving.abort() };
}

const mayRead = () => Promise.resolve(grantsOf("viewer"));

test("a stream finds lost access by itself, also while signals keep arriving", async () => {
  let checks = 0;
  const { hub, next } = open(
    async () => (++checks < 3 ? mayRead() : undefined),
    20,
  );
  expect(await next()).toBe("you");
  const busy = setInterval(
    () =>
      hub.deliver({
        about: "organization",
        orgId: "org_a",
        topics: ["projects"],
        people: [],
      }),
    5,
  );
  let kind = await next();
  while (kind === "projects") kind = await next();
  clearInterval(busy);
  expect(kind).toBe("lost");
  expect(await next()).toBeUndefined();
  expect(hub.size).toBe(0);
});

test("a slow page gets each topic once", async () => {
  const { hub, next, leave } = open(mayRead);
  expect(await next()).toBe("you");
  for (let time = 0; time < 1_000; time++)
    hub.deliver({
      about: "organization",
      orgId: "org_a",
      topics: ["members", "audit"],
      people: [],
    });
  expect(await next()).toBe("members");
  const after = next();
  leave();
  expect(await after).toBeUndefined();
  expect(hub.size).toBe(0);
});

test("an unread stream does not count", async () => {
  const { hub, stream } = open(mayRead);
  expect(hub.size).toBe(0);
  await stream.return();
  expect(hub.size).toBe(0);
});

test("a failed check of access ends the stream and leaves nothing behind", async () => {
  const { hub, next } = open(() => Promise.reject(new Error("no database")));
  const failure = await next().catch((error: Error) => error.message);
  expect(failure).toBe("no database");
  expect(hub.size).toBe(0);
});
