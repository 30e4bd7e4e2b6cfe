import pino, { type DestinationStream, type Logger } from "pino";
import { toLoggedError } from "./logged-error";

/** Lines wait until they have this length together, or for `WRITE_MS`: a write for each line costs more than the line. */
const BUFFER_LENGTH = 16_384;
const WRITE_MS = 1000;
const WARN = 40;

/**
 * Logs JSON lines to standard output. A line never contains bodies, headers or values that were bound to a query.
 *
 * Warnings and errors are written at once, together with the lines before them. Other lines wait up to a second. All
 * lines are written when the program exits, also after an uncaught error.
 */
export function createLog({ logLevel }: { logLevel: string }): Logger {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: toLoggedError },
    },
    (standardOutput ??= bufferedOutput()),
  );
}

/** Resolves when all lines are written. */
export function flushLog(log: Logger): Promise<void> {
  // An error is ignored: it says that standard output is closed, or is no file that can be synchronized.
  return new Promise((resolve) => log.flush(() => resolve()));
}

/** All logs of the process share it. */
let standardOutput: LeveledStream | undefined;

/** A stream that knows the level of its last line. */
interface LeveledStream extends DestinationStream {
  lastLevel: number;
  flush(done: (error?: Error) => void): void;
}

function bufferedOutput(): LeveledStream {
  let waiting = "";
  const write = () => {
    if (waiting !== "") output.write(waiting);
    waiting = "";
  };
  // This listener comes before that of pino, which then writes what the output has not begun to write. A write that has
  // begun would end with the process.
  process.on("exit", () => {
    Object.assign(output, { minLength: Infinity });
    write();
  });
  // pino buffers lines too, but that takes longer than to join them here. A length of 0 would make `flush` not wait.
  const output = pino.destination({ fd: 1, sync: false, minLength: 1 });
  setInterval(write, WRITE_MS).unref();
  return {
    // This property makes pino set `lastLevel` before it writes a line.
    [Symbol.for("pino.metadata")]: true,
    lastLevel: 0,
    write(line) {
      waiting += line;
      if (this.lastLevel >= WARN || waiting.length >= BUFFER_LENGTH) write();
    },
    flush(done) {
      write();
      output.flush(done);
    },
  };
}
