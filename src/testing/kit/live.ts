import type { LiveKind } from "#shared/live";
import type { Actor } from "./actor";
import { until } from "./until";

/** A page that listens to what changes in an organization, over a real stream. */
export interface Ear {
  /** The answer's headers. */
  headers: Headers;
  /** Everything it was told so far. */
  kinds: LiveKind[];
  /** Resolves once it is told this, from now on; names what it waits for when it never is. */
  hears(kind: LiveKind): Promise<void>;
  /** Resolves when the stream is over. */
  ended: Promise<void>;
  /** Why the server refused, or ended it. */
  reason(): string | undefined;
  /** Leaves, as a closed tab does. */
  leave(): void;
}

/** Resolves once the server listens for it, or has refused. */
export async function listen(
  { url }: { url: URL },
  actor: Pick<Actor, "cookie">,
  org: string,
): Promise<Ear> {
  const leaving = new AbortController();
  const input = encodeURIComponent(JSON.stringify({ org }));
  const answer = await fetch(
    new URL(`/trpc/live.changes?input=${input}`, url),
    {
      headers: { cookie: actor.cookie, accept: "text/event-stream" },
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
    "the stream has begun",
    () => kinds[0] ?? reason ?? (isOver || undefined),
  );
  return {
    headers: answer.headers,
    kinds,
    async hears(kind) {
      const from = kinds.length;
      await until(
        `it is told of ${kind}`,
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
  for await (const bite of body as unknown as AsyncIterable<Uint8Array>) {
    const blocks = (rest + decoder.decode(bite, { stream: true })).split(
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
