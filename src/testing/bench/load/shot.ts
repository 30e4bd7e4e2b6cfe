/** A request of a benchmark. */
export interface Shot {
  path: string;
  method?: string;
  body?: string;
  cookie?: string;
  /** An API key. */
  bearer?: string;
  /** The address of the client, as a proxy tells it. */
  forwardedFor?: string;
}

export interface LoadOptions {
  connections: number;
  seconds: number;
}

export interface Load {
  requests: number;
  perSecond: number;
  /** The median response time in milliseconds. */
  p50: number;
  p99: number;
}

/** A program that sends requests over parallel connections. */
export interface Generator {
  name: string;
  /**
   * Sends the requests one after the other, again and again. Rejects if a response is not successful.
   */
  run(
    origin: string,
    shots: readonly Shot[],
    options: LoadOptions,
  ): Promise<Load>;
}

/** The method, headers and body of a request, with the headers that a browser sends. */
export function requestOf(origin: string, shot: Shot) {
  const headers: Record<string, string> = { origin };
  if (shot.cookie !== undefined) headers.cookie = shot.cookie;
  if (shot.bearer !== undefined)
    headers.authorization = `Bearer ${shot.bearer}`;
  if (shot.forwardedFor !== undefined)
    headers["x-forwarded-for"] = shot.forwardedFor;
  if (shot.body !== undefined) headers["content-type"] = "application/json";
  return { method: shot.method ?? "GET", headers, body: shot.body };
}
