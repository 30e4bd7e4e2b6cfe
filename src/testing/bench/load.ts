/** A request of a benchmark. Every connection sends it again and again. */
export interface Shot {
  path: string;
  method?: string;
  body?: string;
  cookie?: string;
  /** An API key. */
  bearer?: string;
}

export interface Load {
  requests: number;
  perSecond: number;
  /** The median response time in milliseconds. */
  p50: number;
  p99: number;
}

/** Sends requests over `connections` parallel connections for `seconds`. An unsuccessful answer stops the benchmark. */
export async function fire(
  origin: string,
  shot: Shot,
  { connections = 16, seconds = 3 } = {},
): Promise<Load> {
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  const init = requestOf(origin, shot);
  const started = performance.now();
  const worker = async () => {
    while (performance.now() < end) {
      const sent = performance.now();
      const response = await fetch(origin + shot.path, init);
      const text = await response.text();
      if (!response.ok)
        throw new Error(`${shot.path} answered ${response.status}: ${text}`);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const requests = times.length;
  return {
    requests,
    perSecond: requests / elapsed,
    p50: at(0.5),
    p99: at(0.99),
  };
}

function requestOf(origin: string, shot: Shot): RequestInit {
  return {
    method: shot.method ?? "GET",
    body: shot.body,
    headers: {
      origin,
      ...(shot.cookie !== undefined && { cookie: shot.cookie }),
      ...(shot.bearer !== undefined && {
        authorization: `Bearer ${shot.bearer}`,
      }),
      ...(shot.body !== undefined && { "content-type": "application/json" }),
    },
  };
}
