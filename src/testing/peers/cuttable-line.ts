import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy on loopback whose connections a test can cut, as a network failure does. */
export interface CuttableLine {
  url: string;
  /** Ends every connection and accepts no new ones until `mend`. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  stop(): Promise<void>;
}

export async function openLine(target: string): Promise<CuttableLine> {
  const { port, hostname } = new URL(target);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [end, other] of [
      [near, far],
      [far, near],
    ] as const) {
      ends.add(end);
      end.on("error", () => other.destroy());
      end.on("close", () => ends.delete(end));
      end.pipe(other);
    }
  });
  const listen = (at: number) =>
    new Promise<void>((ready) => server.listen(at, "127.0.0.1", ready));
  await listen(0);
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("No port.");
  const cut = async () => {
    if (!server.listening) return;
    const closed = new Promise((done) => server.close(done));
    for (const end of ends) end.destroy();
    await closed;
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    cut,
    mend: () => listen(address.port),
    stop: cut,
  };
}
