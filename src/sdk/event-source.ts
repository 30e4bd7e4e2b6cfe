export type Fetch = (
  input: string | URL | Request,
  init?: RequestInit,
) => Promise<Response>;

export interface EventSourceOptions {
  fetch: Fetch;
  headers: () => Record<string, string>;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/**
 * An `EventSource` over `fetch`, which sends headers and works in every runtime. Unlike a browser's `EventSource`, it
 * reconnects after a 502 from a proxy, and waits a random time before it reconnects.
 */
export class FetchEventSource extends EventTarget {
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSED = 2;
  readyState = 0;
  readonly #closing = new AbortController();
  #failures = 0;

  constructor(
    readonly url: string,
    options: EventSourceOptions,
  ) {
    super();
    void this.#stayConnected(options);
  }

  close(): void {
    this.readyState = this.CLOSED;
    this.#closing.abort();
  }

  async #stayConnected(options: EventSourceOptions): Promise<void> {
    // The connection starts after the constructor has returned, so that callers can add their listeners first.
    await undefined;
    while (!this.#closing.signal.aborted) {
      const isRefused = await this.#connect(options).catch(() => false);
      if (this.#closing.signal.aborted) return;
      this.readyState = isRefused ? this.CLOSED : this.CONNECTING;
      this.dispatchEvent(new Event("error"));
      if (isRefused) return;
      await pause(this.#closing.signal, waitAfter(this.#failures++));
    }
  }

  /**
   * Connects and reads events until the connection ends. @returns whether the server refused the stream, so that
   * reconnecting is useless
   */
  async #connect({ fetch, headers }: EventSourceOptions): Promise<boolean> {
    const answer = await fetch(this.url, {
      headers: { ...headers(), accept: "text/event-stream" },
      signal: this.#closing.signal,
    });
    const type = answer.headers.get("content-type") ?? "";
    if (!answer.ok || !answer.body || !type.startsWith("text/event-stream")) {
      await answer.body?.cancel();
      const { status } = answer;
      return status >= 400 && status < 500 && status !== 429;
    }
    this.readyState = this.OPEN;
    await readLines(answer.body, this.#interpreter());
    return false;
  }

  /** Parses the lines of an event stream and dispatches an event at each empty line. */
  #interpreter(): (line: string) => void {
    let fields = new Map<string, string>();
    return (line) => {
      if (line !== "") {
        const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
        const before = name === "data" ? fields.get(name) : undefined;
        fields.set(name, before === undefined ? value : `${before}\n${value}`);
        return;
      }
      const data = fields.get("data");
      const type = fields.get("event") ?? "message";
      const lastEventId = fields.get("id") ?? "";
      fields = new Map();
      if (data === undefined || this.readyState === this.CLOSED) return;
      if (type === "message") this.#failures = 0;
      this.dispatchEvent(new MessageEvent(type, { data, lastEventId }));
    };
  }
}

async function readLines(
  body: ReadableStream<Uint8Array>,
  take: (line: string) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split(
      /\r?\n/,
    );
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  }
}

/**
 * Returns how long to wait before reconnecting. The time grows with each failure and is partly random, so that the
 * clients of a restarted server do not reconnect together.
 */
function waitAfter(failures: number): number {
  const most = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS);
  return most * (0.5 + Math.random() / 2);
}

function pause(until: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    until.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
