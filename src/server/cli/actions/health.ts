import { print } from "./attempt";
import { readConfig } from "./environment";

/** How long a server may take to answer, in milliseconds. */
const ANSWER_MS = 4_500;

/** Asks the server of this machine for `/readyz`. */
export async function health(): Promise<void> {
  const { host, port } = readConfig();
  // A server that listens at all addresses also listens at this one.
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const authority = name.includes(":") ? `[${name}]` : name;
  const url = `http://${authority}:${port}/readyz`;
  const state = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) })
    .then(
      async (response) =>
        ((await response.json()) as { status: string }).status,
    )
    .catch(() => `no answer at ${url}`);
  print(state);
  if (state !== "ready") process.exitCode = 1;
}
