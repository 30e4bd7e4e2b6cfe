import { afterEach, describe, expect, test } from "bun:test";
import { createServer, type Server, type Socket } from "node:net";
import { findDatabaseUnavailable } from "./database-unavailable";
import { createRemoteClient } from "./remote-client";

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** Starts a server on this machine that counts the requests it gets. */
async function peer(respond: (socket: Socket) => void) {
  let requests = 0;
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("data", (part) => {
      if (part.toString("latin1").startsWith("POST")) requests++;
      respond(socket);
    });
  });
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests: () => requests,
  };
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const breaks: [string, (socket: Socket) => void][] = [
  ["closes the connection", (socket) => socket.end()],
  ["resets the connection", (socket) => socket.resetAndDestroy()],
  ["stops within the head", (socket) => socket.end("HTTP/1.1 200 OK\r\ncont")],
  [
    "stops within the body",
    (socket) => socket.end(`${HEAD}content-length: 900\r\n\r\n{"baton":`),
  ],
  [
    "stops within a chunked body",
    (socket) =>
      socket.end(`${HEAD}transfer-encoding: chunked\r\n\r\n9\r\n{"baton":\r\n`),
  ],
  [
    "stops within a body without a length",
    (socket) => socket.end(`${HEAD}connection: close\r\n\r\n{"baton":`),
  ],
  [
    "is a proxy without a server",
    (socket) =>
      socket.end("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n"),
  ],
  ["speaks another protocol", (socket) => socket.end("SSH-2.0-x\r\n")],
];

describe.each(breaks)("a server that %s", (_what, respond) => {
  test("may have stored a batch, and got it only once", async () => {
    const { url, requests } = await peer(respond);
    const client = createRemoteClient({ url });
    const write = client.batch(["insert into t values (1)"], "write");
    expect(findDatabaseUnavailable(await failureOf(write))?.mayBeStored).toBe(
      true,
    );
    // The client sent at most one request: the batch, or the protocol request before the batch.
    expect(requests()).toBeLessThanOrEqual(1);
    const read = findDatabaseUnavailable(
      await failureOf(client.execute("select 1")),
    );
    expect(read).toBeDefined();
    client.close();
  });
});

test("a call times out when a server never responds, and the server may have stored the batch", async () => {
  const { url, requests } = await peer(() => {});
  const client = createRemoteClient({ url, timeoutMs: 50 });
  const write = client.batch(["insert into t values (1)"], "write");
  expect(findDatabaseUnavailable(await failureOf(write))?.mayBeStored).toBe(
    true,
  );
  const read = client.execute("select 1");
  expect(findDatabaseUnavailable(await failureOf(read))).toBeDefined();
  expect(requests()).toBeLessThanOrEqual(2);
  client.close();
});

test("a migration has no timeout", async () => {
  const { url } = await peer((socket) => {
    setTimeout(() => socket.end(), 200);
  });
  const client = createRemoteClient({ url, timeoutMs: 10 });
  const began = performance.now();
  await failureOf(client.migrate(["create table t (x)"]));
  expect(performance.now() - began).toBeGreaterThanOrEqual(190);
  client.close();
});

test.each(["http://127.0.0.1:1", "http://no-such-host.invalid"])(
  "%s cannot be reached, so nothing was stored",
  async (url) => {
    const client = createRemoteClient({ url });
    const write = client.batch(["insert into t values (1)"], "write");
    expect(findDatabaseUnavailable(await failureOf(write))?.mayBeStored).toBe(
      false,
    );
    client.close();
  },
);

describe("an error that is not about the connection stays unchanged:", () => {
  test("a wrong token", async () => {
    const { url } = await peer((socket) =>
      socket.end("HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n"),
    );
    const client = createRemoteClient({ url });
    const error = await failureOf(client.execute("select 1"));
    expect(error).toBeInstanceOf(Error);
    expect(findDatabaseUnavailable(error)).toBeUndefined();
    client.close();
  });

  test("a value that cannot be bound", async () => {
    const client = createRemoteClient({ url: "http://127.0.0.1:1" });
    const args = [Symbol("none")] as never;
    const error = await failureOf(client.execute({ sql: "select ?", args }));
    expect(error).toBeInstanceOf(Error);
    expect(findDatabaseUnavailable(error)).toBeUndefined();
    client.close();
  });
});
