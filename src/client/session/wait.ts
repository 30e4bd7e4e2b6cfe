import { createSignal, onCleanup } from "solid-js";
import { reasonOf, retryAfterOf } from "#sdk/solid";

/** Counts down the seconds until the server accepts another attempt. */
export function createWait() {
  const [secondsLeft, setSecondsLeft] = createSignal(0);
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => clearInterval(timer);
  onCleanup(stop);

  const start = (seconds: number) => {
    const until = Date.now() + seconds * 1000;
    stop();
    setSecondsLeft(seconds);
    timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setSecondsLeft(left);
      if (left === 0) stop();
    }, 1000);
  };
  return {
    secondsLeft,
    start,
    /** Starts the countdown after a `RATE_LIMITED` error; ignores other errors. */
    startAfter(error: unknown): void {
      if (reasonOf(error) === "RATE_LIMITED")
        start(retryAfterOf(error) ?? DEFAULT_SECONDS);
    },
  };
}

const DEFAULT_SECONDS = 60;

/** Formats seconds as minutes and seconds: `"0:42"`, `"14:05"`. */
export function formatWait(seconds: number): string {
  const rest = String(seconds % 60).padStart(2, "0");
  return `${Math.floor(seconds / 60)}:${rest}`;
}
