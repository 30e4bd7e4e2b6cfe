import type { Fetch } from "./event-source";

const TIMEOUT_MS = 60_000;

/** The cause of a `TenantryError` whose response is not from the API: a proxy, or another server, has answered. */
export class UnexpectedResponse extends Error {
  override readonly name = "UnexpectedResponse";

  constructor(readonly response: Response) {
    const { status, url } = response;
    const type = response.headers.get("content-type") ?? "no content type";
    super(`${url} answered ${status} (${type}) instead of JSON.`);
  }
}

/**
 * Returns a `fetch` that limits the time until the answer is complete, and throws `UnexpectedResponse` for an answer
 * that is not JSON. A batch of calls counts as one request.
 * @param timeout in milliseconds; 0 for no limit
 */
export function createRequest(
  fetch: Fetch = (...request) => globalThis.fetch(...request),
  timeout = TIMEOUT_MS,
): Fetch {
  return async (input, init) => {
    const response = await fetch(input, {
      ...init,
      signal: limited(init?.signal, timeout),
    });
    const type = response.headers.get("content-type") ?? "";
    if (/\bjson\b/.test(type)) return response;
    await response.body?.cancel();
    throw new UnexpectedResponse(response);
  };
}

function limited(signal: AbortSignal | null | undefined, timeout: number) {
  if (timeout === 0) return signal;
  const timer = AbortSignal.timeout(timeout);
  return signal ? AbortSignal.any([signal, timer]) : timer;
}
