import { existsSync, readFileSync } from "node:fs";

/** In milliseconds. */
export interface Stall {
  /** For how long nothing else was answered at one time. */
  longest: number;
  /** How much of that this thread computed; the rest it waited for the disk, or for other programs on the machine. */
  computed: number;
}

/** Looks at the event loop every millisecond while something runs, and says when it came round latest. */
export async function watchStalls(run: () => Promise<void>): Promise<Stall> {
  let worst: Stall = { longest: 0, computed: 0 };
  let last = { at: performance.now(), computed: computedMs() };
  const look = () => {
    const now = { at: performance.now(), computed: computedMs() };
    const longest = now.at - last.at;
    if (longest > worst.longest)
      worst = { longest, computed: now.computed - last.computed };
    last = now;
  };
  const timer = setInterval(look, 1);
  try {
    await run();
    look();
  } finally {
    clearInterval(timer);
  }
  return worst;
}

const SCHEDULED = "/proc/thread-self/schedstat";
const isKnown = existsSync(SCHEDULED);

/** Of this thread; nothing where the system does not say. */
function computedMs(): number {
  if (!isKnown) return 0;
  return Number(readFileSync(SCHEDULED, "utf8").split(" ")[0]) / 1e6;
}
