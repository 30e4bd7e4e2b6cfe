import { type Accessor, createRoot, createSignal } from "solid-js";

const [now, setNow] = createRoot(() => createSignal(Date.now()));
setInterval(() => setNow(Date.now()), 30_000);

/** The current time in milliseconds, updated every half minute. The whole page shares this signal. */
export const currentTime: Accessor<number> = now;
