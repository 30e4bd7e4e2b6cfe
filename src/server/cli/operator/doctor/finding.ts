/** What a check has found. `skipped` means that the installation does not use what the check looks at. */
export interface Finding {
  state: "ok" | "warning" | "fault" | "skipped";
  /** What was found, and for a warning or a fault what the operator can do. */
  text: string;
}

export const ok = (text: string): Finding => ({ state: "ok", text });
export const warning = (text: string): Finding => ({ state: "warning", text });
export const fault = (text: string): Finding => ({ state: "fault", text });
export const skipped = (text: string): Finding => ({ state: "skipped", text });

/** A check and its name, such as `mail`. A check that throws has found a fault. */
export interface Check {
  name: string;
  run(): Promise<Finding> | Finding;
}

/** The longest time in milliseconds in which another server must answer. */
export const ANSWER_MS = 10_000;

/** @throws Error if the work takes longer than `ANSWER_MS` */
export async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error(`no answer within ${ANSWER_MS / 1000} s`)),
    ANSWER_MS,
  );
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
