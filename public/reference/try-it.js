// @ts-check

/** Makes the forms "Try it" send their requests, with the session of the browser. */
export function startTryIt() {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.dataset.path) return;
    event.preventDefault();
    void submit(form);
  });
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      if (target.matches(".try")) void showCaller(target);
    },
    true,
  );
  // The user may have signed in or out in another tab.
  addEventListener("focus", () => {
    for (const place of document.querySelectorAll(".try[open]"))
      if (place instanceof HTMLElement) void showCaller(place);
  });
}

/**
 * Says who is signed in, and fills in the organization.
 * @param {HTMLElement} place
 */
async function showCaller(place) {
  const response = await fetch("/api/auth/context").catch(() => undefined);
  const line = find(place, ".caller");
  if (response?.status === 401) {
    const link = element("a", "Sign in (opens a new tab)");
    link.setAttribute("href", "/sign-in");
    link.setAttribute("target", "_blank");
    line.replaceChildren("You are not signed in. ", link);
  }
  if (!response?.ok) return;
  const { user, organization, organizations } = await response.json();
  line.textContent = `The request is sent as ${user.name} (${user.email}).`;
  /** @type {string[]} */
  const slugs = organizations.map(
    (/** @type {{ slug: string }} */ { slug }) => slug,
  );
  find(document, "#organizations").replaceChildren(
    ...slugs.map((slug) => new Option(slug, slug)),
  );
  for (const field of place.querySelectorAll("input[list=organizations]"))
    if (field instanceof HTMLInputElement)
      field.value ||= organization?.slug ?? slugs[0] ?? "";
}

/** @param {HTMLFormElement} form */
async function submit(form) {
  if (form.ariaBusy === "true" || !hasValidBody(form)) return;
  const request = requestOf(form);
  if (request.method !== "GET" && !(await isConfirmed(request))) return;
  form.ariaBusy = "true";
  try {
    await send(form, request);
  } finally {
    form.ariaBusy = "false";
  }
}

/** @param {HTMLFormElement} form */
function hasValidBody(form) {
  const body = form.elements.namedItem("body");
  if (!(body instanceof HTMLTextAreaElement)) return true;
  body.setCustomValidity(problemOf(body.value));
  body.addEventListener("input", () => body.setCustomValidity(""), {
    once: true,
  });
  return body.reportValidity();
}

/** @param {string} text */
function problemOf(text) {
  try {
    if (text.trim()) JSON.parse(text);
    return "";
  } catch (error) {
    return `This is not JSON: ${error instanceof Error ? error.message : ""}`;
  }
}

/** @typedef {{ method: string; url: string; headers: Headers; body: string | undefined }} PreparedRequest */

/**
 * @param {HTMLFormElement} form
 * @returns {PreparedRequest}
 */
function requestOf(form) {
  const { method = "GET", path = "" } = form.dataset;
  const request = { method, url: path, headers: new Headers() };
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll("[data-in]")) {
    if (!(
      field instanceof HTMLInputElement || field instanceof HTMLSelectElement
    ))
      continue;
    const { name, value } = field;
    if (field.dataset.in === "path")
      request.url = request.url.replace(`{${name}}`, encodeURIComponent(value));
    if (value === "") continue;
    if (field.dataset.in === "query") query.append(name, value);
    if (field.dataset.in === "header") request.headers.set(name, value);
  }
  if (query.size > 0) request.url += `?${query}`;
  const body = form.elements.namedItem("body");
  const text = body instanceof HTMLTextAreaElement ? body.value.trim() : "";
  if (text) request.headers.set("content-type", "application/json");
  return { ...request, body: text || undefined };
}

/** @param {PreparedRequest} request */
async function isConfirmed({ method, url }) {
  const dialog = find(document, "#confirmation");
  if (!(dialog instanceof HTMLDialogElement)) return false;
  find(dialog, ".request").textContent = `${method} ${url}`;
  dialog.returnValue = "";
  dialog.showModal();
  await new Promise((closed) =>
    dialog.addEventListener("close", closed, { once: true }),
  );
  return dialog.returnValue === "send";
}

/**
 * @param {HTMLFormElement} form
 * @param {PreparedRequest} request
 */
async function send(form, { url, ...options }) {
  const status = find(form, ".status");
  const answer = find(form, ".answer");
  status.textContent = "Sending …";
  answer.replaceChildren();
  const started = performance.now();
  try {
    const response = await fetch(url, options);
    const text = await response.text();
    const duration = Math.round(performance.now() - started);
    status.textContent = `${response.status} ${response.statusText} in ${duration} ms`;
    answer.append(headerList(response.headers), bodyBlock(text));
  } catch {
    status.textContent =
      "The server did not respond. Check your connection and send the request again.";
  }
}

const SHOWN_HEADER =
  /^(content-type|x-request-id|ratelimit.*|retry-after|location|x-renamed-to)$/;

/** @param {Headers} headers */
function headerList(headers) {
  const list = element("dl");
  for (const [name, value] of headers)
    if (SHOWN_HEADER.test(name))
      list.append(element("dt", name), element("dd", value));
  return list;
}

const MOST_SHOWN = 100_000;

/** @param {string} text */
function bodyBlock(text) {
  if (text === "") return element("p", "The response has no body.");
  const shown = indented(text);
  const block = element(
    "pre",
    shown.length > MOST_SHOWN
      ? `${shown.slice(0, MOST_SHOWN)}…\n\nOnly the first ${MOST_SHOWN} characters are shown.`
      : shown,
  );
  // Long responses scroll, so the keyboard must reach them.
  block.tabIndex = 0;
  block.setAttribute("role", "group");
  block.ariaLabel = "Response body";
  return block;
}

/** @param {string} text */
function indented(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * @param {string} name
 * @param {string} [text]
 */
function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {HTMLElement}
 */
function find(place, selector) {
  const found = place.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`The page has no ${selector}.`);
}
