import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import { runOnLoadCore } from "../cores";
import { type Generator, type Load, requestOf, type Shot } from "./shot";

/** `autocannon`, a load generator in JavaScript. It reads the requests from a file in the format of HTTP archives. */
export const autocannon: Generator = {
  name: "autocannon",
  async run(origin, shots, { connections, seconds }) {
    const folder = temporaryFolder();
    try {
      const archive = join(folder.path, "requests.har");
      writeFileSync(archive, JSON.stringify(archiveOf(origin, shots)));
      const duration = String(Math.max(1, Math.round(seconds)));
      const sizes = ["-c", String(connections), "-d", duration];
      const output = await runOnLoadCore(
        ["autocannon", "--json", "--har", archive].concat(sizes, origin),
      );
      return readResult(output, shots);
    } finally {
      folder.remove();
    }
  },
};

function archiveOf(origin: string, shots: readonly Shot[]) {
  const entries = shots.map((shot) => {
    const { method, headers, body } = requestOf(origin, shot);
    const pairs = Object.entries(headers);
    return {
      request: {
        method,
        url: origin + shot.path,
        headers: pairs.map(([name, value]) => ({ name, value })),
        ...(body !== undefined && { postData: { text: body } }),
      },
    };
  });
  return { log: { entries } };
}

interface Output {
  duration: number;
  errors: number;
  non2xx: number;
  requests: { total: number };
  latency: { p50: number; p99: number };
}

function readResult(output: string, shots: readonly Shot[]): Load {
  const { duration, errors, non2xx, requests, latency } = JSON.parse(
    output.slice(output.indexOf("{")),
  ) as Output;
  if (errors + non2xx > 0)
    throw new Error(
      `${errors + non2xx} of ${requests.total} requests to ${shots[0]?.path} failed.`,
    );
  const { p50, p99 } = latency;
  const perSecond = requests.total / duration;
  return { requests: requests.total, perSecond, p50, p99 };
}
