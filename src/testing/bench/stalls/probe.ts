import { existsSync, readFileSync } from "node:fs";

/** In milliseconds. */
export interface Stall {
  /**
   * The longest time in which the event loop was blocked. Time in which other programs used the core is not included.
   */
  longest: number;
  /** The part of `longest` in which this thread computed. In the rest it waited, mostly for the disk. */
  computed: number;
}

/** Checks the event loop every millisecond while `run` runs. Returns the longest time between two checks. */
export async function watchStalls(run: () => Promise<void>): Promise<Stall> {
  let worst: Stall = { longest: 0, computed: 0 };
  let last = moment();
  const look = () => {
    const now = moment();
    const longest = now.at - last.at - (now.queued - last.queued);
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

/**
 * Returns how long this thread has computed and how long it has waited for a core. Both are 0 if the system does not
 * provide these times.
 */
function moment() {
  const [computed = 0, queued = 0] = isKnown
    ? readFileSync(SCHEDULED, "utf8").split(" ").map(Number)
    : [];
  return {
    at: performance.now(),
    computed: computed / 1e6,
    queued: queued / 1e6,
  };
}
