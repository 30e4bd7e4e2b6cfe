import { ProviderFailure } from "./failure";

/** How long a provider may take for all that it is asked in one sign-in, and how much it may answer at a time. */
export interface Bounds {
  milliseconds: number;
  bytes: number;
}

export const DEFAULT_BOUNDS: Bounds = {
  milliseconds: 10_000,
  bytes: 512 * 1024,
};

/** Asks a provider; the answer is read whole, and no further than it may go. */
export type Ask = (
  what: string,
  url: string | URL,
  init?: RequestInit,
) => Promise<Response>;

/**
 * Redirects are refused: an address that is configured, or was discovered, is the one that secrets are sent to.
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

/** Runs what has to be over in time; whatever is still under way then is broken off. */
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

// The message of an error may hold what was sent.
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  return "code" in error && typeof error.code === "string"
    ? error.code
    : error.name;
}
