import { type Accessor, createRoot, createSignal } from "solid-js";

const [now, setNow] = createRoot(() => createSignal(Date.now()));
setInterval(() => setNow(Date.now()), 30_000);

/** The present, in milliseconds, moving on every half minute: one clock for the whole page. */
export const currentTime: Accessor<number> = now;
