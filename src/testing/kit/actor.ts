import type { RouterOutputs as Outputs } from "#sdk/index";
import { expectAsBuilt, expectDocumented } from "./documented";
import type { TestServer } from "./server";

/** The path of a procedure, such as `projects.list`. */
type Path = {
  [R in keyof Outputs & string]: `${R}.${keyof Outputs[R] & string}`;
}[keyof Outputs & string];

/**
 * The body of an answer without a known type. Tests can compare its fields; a test that uses a field as a value names
 * the procedure instead.
 */
type UntypedBody = Record<string, unknown>;

type BodyOf<P> =
  P extends `${infer R extends keyof Outputs & string}.${infer N}`
    ? N extends keyof Outputs[R]
      ? Outputs[R][N]
      : never
    : UntypedBody;

/** The answer to a call. `P` is the procedure whose result is the body of a successful answer. */
export type Answer<P extends Path | undefined = undefined> = AnswerWith<
  BodyOf<P>
>;

interface AnswerWith<Body> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

export interface CallOptions {
  headers?: Record<string, string>;
}

/** A user's browser without pages: keeps cookies and calls the server as the web app does. */
export class Actor {
  readonly #cookies = new Map<string, string>();
  readonly #server: Pick<TestServer, "url">;
  /** Whether the OpenAPI document describes the errors of this client's calls. */
  protected readonly isDocumented: boolean = true;
  id = "";

  constructor(
    server: Pick<TestServer, "url">,
    readonly name: string,
    readonly email: string,
    readonly password = "a long enough passphrase",
  ) {
    this.#server = server;
  }

  get cookie(): string {
    return [...this.#cookies]
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
  }

  /** The headers that authenticate a request. */
  get credentials(): Record<string, string> {
    return this.#cookies.size > 0 ? { cookie: this.cookie } : {};
  }

  get<P extends Path | undefined = undefined>(
    path: string,
    options?: CallOptions,
  ) {
    return this.call<P>("GET", path, undefined, options);
  }
  post<P extends Path | undefined = undefined>(
    path: string,
    body: unknown = {},
    options?: CallOptions,
  ) {
    return this.call<P>("POST", path, body, options);
  }
  put<P extends Path | undefined = undefined>(
    path: string,
    body: unknown,
    options?: CallOptions,
  ) {
    return this.call<P>("PUT", path, body, options);
  }
  delete<P extends Path | undefined = undefined>(
    path: string,
    options?: CallOptions,
  ) {
    return this.call<P>("DELETE", path, undefined, options);
  }

  /** Makes a REST call. `path` is relative to `/api`. */
  async call<P extends Path | undefined = undefined>(
    method: string,
    path: string,
    body?: unknown,
    { headers = {} }: CallOptions = {},
  ): Promise<Answer<P>> {
    const answer = await this.fetch(`/api${path}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
    });
    return typedBy<P>(answer);
  }

  /** Makes a tRPC call. `batch` sends the call as a batch with one call. */
  trpc(
    type: "query" | "mutation",
    path: string,
    input: unknown,
    { batch = false }: { batch?: boolean } = {},
  ): Promise<Answer> {
    if (batch) return this.trpcBatch(type, [{ path, input }]);
    return this.#sendTrpc(type, path, input ?? {}, "");
  }

  /** Makes several tRPC queries or several mutations in one request. */
  trpcBatch(
    type: "query" | "mutation",
    calls: { path: string; input: unknown }[],
  ): Promise<Answer> {
    const paths = calls.map(({ path }) => path).join(",");
    const inputs = { ...calls.map(({ input }) => input ?? {}) };
    return this.#sendTrpc(type, paths, inputs, "?batch=1");
  }

  #sendTrpc(
    type: "query" | "mutation",
    path: string,
    input: unknown,
    suffix: "" | "?batch=1",
  ): Promise<Answer> {
    const payload = JSON.stringify(input);
    if (type === "mutation")
      return this.fetch(`/trpc/${path}${suffix}`, {
        method: "POST",
        body: payload,
        headers: { "content-type": "application/json" },
      });
    const query = `${suffix ? "&" : "?"}input=${encodeURIComponent(payload)}`;
    return this.fetch(`/trpc/${path}${suffix}${query}`, { method: "GET" });
  }

  async fetch(
    path: string,
    init: RequestInit & { headers?: Record<string, string> },
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.#server.url), {
      redirect: "manual",
      ...init,
      headers: {
        origin: new URL(this.#server.url).origin,
        ...this.credentials,
        ...init.headers,
      },
    });
    this.#keepCookies(response);
    const text = await response.text();
    const { method = "GET" } = init;
    if (response.ok) expectAsBuilt(method, path, text);
    else if (response.status >= 400 && this.isDocumented)
      expectDocumented(method, path, text);
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: parse(text),
    };
  }

  /** Creates a second browser of the same user, which is not signed in. */
  otherBrowser(): Actor {
    const other = new Actor(this.#server, this.name, this.email, this.password);
    other.id = this.id;
    return other;
  }

  signIn(password = this.password) {
    return this.post("/auth/sign-in", { email: this.email, password });
  }

  #keepCookies(response: Response): void {
    for (const header of response.headers.getSetCookie()) {
      const [pair = ""] = header.split(";", 1);
      const [name = "", value = ""] = pair.split("=");
      if (value === "" || /max-age=0/i.test(header)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

/**
 * Gives the answer the type of the procedure's result. The cast is safe for a successful answer, because the router
 * validates its outputs.
 */
function typedBy<P extends Path | undefined>(answer: Answer): Answer<P> {
  return answer as unknown as Answer<P>;
}

function parse(text: string): UntypedBody {
  try {
    return JSON.parse(text) as UntypedBody;
  } catch {
    return {};
  }
}
