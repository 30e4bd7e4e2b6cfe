import { ProviderFailure } from "./failure";

/** Limits for requests to a provider: the time for all requests of one sign-in, and the size of each response. */
export interface Bounds {
  milliseconds: number;
  bytes: number;
}

export const DEFAULT_BOUNDS: Bounds = {
  milliseconds: 10_000,
  bytes: 512 * 1024,
};

/** Sends a request to a provider and reads the whole response. `what` names the response in errors. */
export type Ask = (
  what: string,
  url: string | URL,
  init?: RequestInit,
) => Promise<Response>;

/**
 * Creates the function that sends requests to a provider. It refuses redirects, because a request can contain secrets,
 * which must go only to configured or discovered addresses.
 * @throws ProviderFailure
 */
export function createAsk({ bytes }: Bounds, signal: AbortSignal): Ask {
  return async (what, url, init = {}) => {
    const response = await fetch(url, {
      ...init,
      headers: { accept: "application/json", ...init.headers },
      redirect: "manual",
      signal: init.signal ? AbortSignal.any([init.signal, signal]) : signal,
    }).catch((error: unknown) => {
      throw new ProviderFailure(what, nameOf(error));
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new ProviderFailure(what, "redirects");
    }
    const body = await readAtMost(bytes, response, what);
    const { status, headers } = response;
    return new Response(body, {
      status,
      headers: { "content-type": headers.get("content-type") ?? "" },
    });
  };
}

/** Runs requests to a provider within the time limit. At the limit, all open requests are aborted. */
export async function within<T>(
  { milliseconds }: Bounds,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new ProviderFailure("all answers", "too slow"));
    controller.abort();
  }, milliseconds);
  try {
    return await Promise.race([run(controller.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function readAtMost(
  limit: number,
  { body }: Response,
  what: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of body ?? []) {
      length += part.byteLength;
      if (length > limit) throw new ProviderFailure(what, "too large");
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof ProviderFailure) throw error;
    throw new ProviderFailure(what, nameOf(error));
  }
  return new Uint8Array(Buffer.concat(parts));
}

// Only the name or the code of an error is logged: its message may contain the request.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  return "code" in error && typeof error.code === "string"
    ? error.code
    : error.name;
}
