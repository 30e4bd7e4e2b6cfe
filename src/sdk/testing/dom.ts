import { Window } from "happy-dom";

/** What React needs of a browser. Fetching stays the runtime's own: a page of happy-dom may not send a cookie. */
const window = Object.assign(new Window({ url: "http://localhost/" }), {
  fetch,
});
const { document, HTMLIFrameElement } = window;
Object.assign(globalThis, { window, document, HTMLIFrameElement });
