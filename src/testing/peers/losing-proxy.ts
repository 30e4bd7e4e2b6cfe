import { createServer, type IncomingMessage } from "node:http";

/** A proxy between the program and a libSQL server that loses a request or an answer when a test asks for it. */
export interface LosingProxy {
  url: string;
  /** Loses the next request whose body contains the text: before it reaches the libSQL server, or its answer. */
  lose(what: "request" | "answer", text: string): void;
  /** Returns how many requests whose body contains the text reached the libSQL server. */
  passed(text: string): number;
  stop(): Promise<void>;
}

export async function startLosingProxy(target: string): Promise<LosingProxy> {
  const bodies: string[] = [];
  let lost: { what: "request" | "answer"; text: string } | undefined;
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const losing = lost && body.includes(lost.text) ? lost.what : undefined;
      if (losing) lost = undefined;
      if (losing === "request") return request.socket.destroy();
      const { method, url = "/" } = request;
      const answer = await fetch(new URL(url, target), {
        method,
        headers: { "content-type": request.headers["content-type"] ?? "" },
        ...(method === "POST" && { body }),
      });
      bodies.push(body);
      const text = await answer.text();
      if (losing === "answer") return request.socket.destroy();
      response.writeHead(answer.status, {
        "content-type": answer.headers.get("content-type") ?? "text/plain",
      });
      response.end(text);
    })().catch(() => request.socket.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    lose(what, text) {
      lost = { what, text };
    },
    passed: (text) => bodies.filter((body) => body.includes(text)).length,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
