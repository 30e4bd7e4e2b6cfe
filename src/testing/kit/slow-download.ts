import { connect } from "node:net";
import type { Actor } from "./actor";
import type { TestServer } from "./server";

/**
 * Starts a download and pauses it after the first bytes, until the test calls `takeAll`. The download must be larger
 * than the buffers of a connection, which hold some megabytes.
 */
export async function downloadSlowly(
  { url }: Pick<TestServer, "url">,
  { cookie }: Pick<Actor, "cookie">,
  path: string,
) {
  const began = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const parts: Buffer[] = [];
  const socket = connect(Number(url.port), "127.0.0.1");
  socket.once("data", () => {
    socket.pause();
    began.resolve();
  });
  socket.on("data", (part: Buffer) => parts.push(part));
  socket.on("error", () => {});
  socket.on("close", () => ended.resolve());
  socket.write(
    `GET /api${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncookie: ${cookie}\r\n\r\n`,
  );
  await began.promise;
  return {
    async takeAll(): Promise<{ text: string; isWhole: boolean }> {
      socket.resume();
      await ended.promise;
      const text = Buffer.concat(parts).toString("latin1");
      // A complete HTTP response in chunks ends with an empty chunk.
      return { text, isWhole: text.endsWith("\r\n0\r\n\r\n") };
    },
  };
}
