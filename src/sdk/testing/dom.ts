import { Window } from "happy-dom";

/** The browser globals that React needs. `fetch` is the runtime's, because happy-dom's cannot send a cookie. */
const window = Object.assign(new Window({ url: "http://localhost/" }), {
  fetch,
});
const { document, HTMLIFrameElement } = window;
Object.assign(globalThis, { window, document, HTMLIFrameElement });
