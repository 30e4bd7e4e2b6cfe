import { type Generator, requestOf } from "./shot";

/** Sends the requests from this process. It needs no other program, but it uses more processor time than the others. */
export const own: Generator = {
  name: "the generator of the benchmark",
  async run(origin, shots, { connections, seconds }) {
    const requests = shots.map((shot) => ({
      url: origin + shot.path,
      init: requestOf(origin, shot),
    }));
    const times: number[] = [];
    const started = performance.now();
    const end = started + seconds * 1000;
    let next = 0;
    const connection = async () => {
      while (performance.now() < end) {
        const request = requests[next++ % requests.length];
        if (!request) throw new Error("There is no request to send.");
        times.push(await timeOf(request.url, request.init));
      }
    };
    await Promise.all(Array.from({ length: connections }, connection));
    const elapsed = (performance.now() - started) / 1000;
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share: number) =>
      sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    return {
      requests: times.length,
      perSecond: times.length / elapsed,
      p50: at(0.5),
      p99: at(0.99),
    };
  },
};

async function timeOf(url: string, init: RequestInit): Promise<number> {
  const sent = performance.now();
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${url} answered ${response.status}: ${text}`);
  return performance.now() - sent;
}
