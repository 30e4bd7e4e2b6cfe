import type { LiveKind } from "#shared/live";
import type { Actor } from "./actor";
import { until } from "./until";

/** A client that listens to the live stream of an organization. */
export interface LiveListener {
  /** The headers of the server's response. */
  headers: Headers;
  /** The kinds of all events received so far. */
  kinds: LiveKind[];
  /** Resolves when the next event of this kind arrives. */
  receives(kind: LiveKind): Promise<void>;
  /** Resolves when the live stream has ended. */
  ended: Promise<void>;
  /** Returns the reason for which the server refused or ended the stream. */
  reason(): string | undefined;
  /** Closes the connection, as a browser does when its tab is closed. */
  leave(): void;
}

/** Opens the live stream. Resolves when the server has opened or refused the stream. */
export async function listen(
  { url }: { url: URL },
  actor: Pick<Actor, "credentials">,
  org: string,
): Promise<LiveListener> {
  const leaving = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ org }));
  const answer = await fetch(
    new URL(`/trpc/live.changes?input=${input}`, url),
    {
      headers: { ...actor.credentials, accept: "text/event-stream" },
      signal: leaving.signal,
    },
  );
  const kinds: LiveKind[] = [];
  let reason: string | undefined;
  let isOver = false;
  const take = (event: string, data: string) => {
    if (event === "message")
      kinds.push((JSON.parse(data) as { kind: LiveKind }).kind);
    if (event === "serialized-error")
      reason = (JSON.parse(data) as { data: { reason: string } }).data.reason;
  };
  const ended = read(answer, take)
    .catch(() => {})
    .finally(() => (isOver = true));
  await until(
    "the stream begins",
    () => kinds[0] ?? reason ?? (isOver || undefined),
  );
  return {
    headers: answer.headers,
    kinds,
    async receives(kind) {
      const from = kinds.length;
      await until(
        `the event ${kind} arrives`,
        () => kinds.slice(from).includes(kind) || undefined,
      );
    },
    ended,
    reason: () => reason,
    leave: () => leaving.abort(),
  };
}

async function read(
  { body }: Response,
  take: (event: string, data: string) => void,
): Promise<void> {
  if (!body) return;
  let rest = "";
  const decoder = new TextDecoder();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split(
      "\n\n",
    );
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) =>
        new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
      const data = field("data");
      if (data !== undefined) take(field("event") ?? "message", data);
    }
  }
}
