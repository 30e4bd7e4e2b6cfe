import { Window } from "happy-dom";

/** The browser globals that React needs. `fetch` stays the runtime's own, because happy-dom cannot send a cookie. */
const window = Object.assign(new Window({ url: "http://localhost/" }), {
  fetch,
});
const { document, HTMLIFrameElement } = window;
Object.assign(globalThis, { window, document, HTMLIFrameElement });
