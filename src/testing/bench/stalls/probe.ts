import { existsSync, readFileSync } from "node:fs";

/** In milliseconds. */
export interface Stall {
  /** For how long nothing else was answered at one time; not counted is the time in which other programs had the core. */
  longest: number;
  /** How much of that this thread computed; the rest it waited, mostly for the disk. */
  computed: number;
}

/** Looks at the event loop every millisecond while something runs, and says when it came round latest. */
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

/** How long this thread has computed, and has waited for a core; where the system does not say, neither is known. */
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
