import { expect, test } from "bun:test";
import { type Grants, grantsOf } from "#shared/permissions";
import { createHub } from "./hub";
import { streamOf } from "./stream";

const reader = { orgId: "org_a", userId: "usr_a", sessionId: "ses_a" };

function open(look: () => Promise<Grants | undefined>, lookEveryMs?: number) {
  const hub = createHub();
  const leaving = new AbortController();
  const stream = streamOf({
    subscribe: () => hub.subscribe(reader),
    look,
    signal: leaving.signal,
    lookEveryMs,
  });
  const next = async () => (await stream.next()).value?.kind;
  return { hub, stream, next, leave: () => leaving.abort() };
}

const mayRead = () => Promise.resolve(grantsOf("viewer"));

test("access that ends without anybody saying so is noticed by itself, also between signals that keep coming", async () => {
  let looks = 0;
  const { hub, next } = open(
    async () => (++looks < 3 ? mayRead() : undefined),
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

test("a page that takes nothing for a while hears each thing once", async () => {
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

test("a stream that nobody begins to read holds no place", async () => {
  const { hub, stream } = open(mayRead);
  expect(hub.size).toBe(0);
  await stream.return();
  expect(hub.size).toBe(0);
});

test("a look that fails ends the stream, and leaves nothing behind", async () => {
  const { hub, next } = open(() => Promise.reject(new Error("no database")));
  const failure = await next().catch((error: Error) => error.message);
  expect(failure).toBe("no database");
  expect(hub.size).toBe(0);
});
