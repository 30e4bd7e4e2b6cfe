import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "#testing/kit/temporary";
import { runOnLoadCore } from "../cores";
import { type Generator, type Load, requestOf, type Shot } from "./shot";

/** `wrk`, a load generator in C. Its script sends the requests in turn and prints the result as JSON. */
export const wrk: Generator = {
  name: "wrk",
  async run(origin, shots, { connections, seconds }) {
    const folder = temporaryFolder();
    try {
      const script = join(folder.path, "requests.lua");
      writeFileSync(script, scriptOf(origin, shots));
      const duration = `${Math.max(1, Math.round(seconds))}s`;
      const connected = `-c${connections}`;
      const output = await runOnLoadCore(
        `wrk -t1 ${connected} -d${duration} --timeout 30s -s ${script} ${origin}`.split(
          " ",
        ),
      );
      return readResult(output, shots);
    } finally {
      folder.remove();
    }
  },
};

function scriptOf(origin: string, shots: readonly Shot[]): string {
  const requests = shots.map((shot) => {
    const { method, headers, body } = requestOf(origin, shot);
    const pairs = Object.entries(headers).map(
      ([name, value]) => `[${lua(name)}]=${lua(value)}`,
    );
    const parts = [lua(method), lua(shot.path), `{${pairs.join(",")}}`];
    return `{${[...parts, body === undefined ? "nil" : lua(body)].join(",")}}`;
  });
  return `local requests = {\n${requests.join(",\n")}\n}\n${SCRIPT}`;
}

/** A string literal of Lua. JSON differs from it only in escapes of characters outside of ASCII. */
function lua(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, (character) =>
    [...Buffer.from(character)].map((byte) => `\\${byte}`).join(""),
  );
}

const SCRIPT = `
local formatted, next = {}, 0
function init()
  for i, r in ipairs(requests) do formatted[i] = wrk.format(r[1], r[2], r[3], r[4]) end
end
function request()
  next = next % #formatted + 1
  return formatted[next]
end
function done(summary, latency)
  local e = summary.errors
  print(string.format('RESULT {"requests":%d,"microseconds":%d,"p50":%d,"p99":%d,"errors":%d}', summary.requests,
    summary.duration, latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`;

function readResult(output: string, shots: readonly Shot[]): Load {
  const [, json] = /^RESULT (.*)$/m.exec(output) ?? [];
  if (!json) throw new Error(`wrk printed no result: ${output}`);
  const { requests, microseconds, p50, p99, errors } = JSON.parse(json) as {
    [key in "requests" | "microseconds" | "p50" | "p99" | "errors"]: number;
  };
  if (errors > 0)
    throw new Error(
      `${errors} of ${requests} requests to ${shots[0]?.path} failed. ${output}`,
    );
  return {
    requests,
    perSecond: requests / (microseconds / 1e6),
    p50: p50 / 1000,
    p99: p99 / 1000,
  };
}
