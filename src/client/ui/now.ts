import { type Accessor, createRoot, createSignal } from "solid-js";

const [now, setNow] = createRoot(() => createSignal(Date.now()));
setInterval(() => setNow(Date.now()), 30_000);

/** The current time in milliseconds, updated every half minute for the whole page. */
export const currentTime: Accessor<number> = now;
