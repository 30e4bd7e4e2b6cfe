import { html } from "hono/html";
import type { Document } from "../openapi/types";
import type { Operation, Parameter, Response } from "./operations";
import { fieldList, schemaFields } from "./fields";
import { createSnippets } from "./snippets";
import {
  alternatives,
  code,
  type Html,
  inline,
  json,
  paragraphs,
} from "./text";
import { tryIt } from "./try-it";

/** Renders an operation: one line that opens. The link `#projects-create` opens it, without scripts too. */
export function operationSection(
  document: Document,
  operation: Operation,
): Html {
  const { id, method, path, summary, description } = operation;
  return html`<details class="operation">
    <summary>
      <span class="method ${method.toLowerCase()}">${method}</span>
      <h3>${summary}</h3>
      <code>${path}</code>
    </summary>
    <div class="content" id="${id}">
      <div>
        ${description ? paragraphs(description) : ""} ${accessList(operation)}
        ${parameterLists(document, operation.parameters)}
        ${bodyFields(document, operation)} ${responseParts(document, operation)}
      </div>
      <div>
        ${snippetTabs(document, operation)}
        ${operation.acceptsSession || !operation.acceptsApiKey ? tryIt(document, operation) : ""}
        ${exampleResponse(operation)}
      </div>
    </div>
  </details>`;
}

function accessList(operation: Operation): Html {
  return html`<dl class="access">
    <dt>Authentication</dt>
    <dd>${authenticationText(operation)}</dd>
    <dt>Permission</dt>
    <dd>${permissionText(operation)}</dd>
  </dl>`;
}

function authenticationText({ acceptsSession, acceptsApiKey }: Operation) {
  if (acceptsSession && acceptsApiKey) return "Session or API key";
  if (acceptsApiKey) return "API key only";
  return acceptsSession ? "Session only" : "None";
}

function permissionText({ permissions, acceptsSession, path }: Operation) {
  if (permissions.length > 0)
    return alternatives(permissions.map((one) => html`<code>${one}</code>`));
  if (!acceptsSession) return "None";
  return path.includes("{org}")
    ? "None: for members of the organization"
    : "None: for signed-in users";
}

const PLACES = [
  ["path", "Path parameters"],
  ["query", "Query parameters"],
  ["header", "Headers"],
] as const;

function parameterLists(document: Document, parameters: Parameter[]) {
  return PLACES.map(([place, title]) => {
    const here = parameters.filter((one) => one.in === place);
    if (here.length === 0) return "";
    return html`<h4>${title}</h4>
      ${fieldList(document, here)}`;
  });
}

function bodyFields(document: Document, { body }: Operation) {
  if (!body) return "";
  return html`<h4>Body${body.isRequired ? "" : " (optional)"}</h4>
    ${schemaFields(document, body.schema)}`;
}

function responseParts(document: Document, { responses }: Operation): Html {
  const errors = responses.filter(({ status }) => isError(status));
  const others = responses.filter(({ status }) => !isError(status));
  return html`${others.map((one) => responsePart(document, one))}
    ${errors.length > 0 ? html`<h4>Errors</h4>` : ""}
    <dl class="errors">${errors.map(errorRow)}</dl>`;
}

function isError(status: string): boolean {
  return Number(status) >= 400;
}

function responsePart(document: Document, response: Response): Html {
  const { status, description, content } = response;
  return html`<h4>${status} <span>${inline(description)}</span></h4>
    ${content?.mediaTypes.includes("application/json") ? schemaFields(document, content.schema) : ""}
    ${content?.mediaTypes.filter((type) => type !== "application/json").map((type) => html`<p><code>${type}</code></p>`)}`;
}

function errorRow({ status, description, reasons }: Response): Html {
  const links = reasons.map(
    (reason) => html`<a href="#reason-${reason}"><code>${reason}</code></a> `,
  );
  return html`<dt>${status}</dt>
    <dd>${links.length > 0 ? links : inline(description)}</dd>`;
}

// Without scripts, the page hides the tabs and shows both languages.
function snippetTabs(document: Document, operation: Operation): Html {
  const { curl, typescript } = createSnippets(document, operation);
  return html`<div class="snippets">
    <div role="tablist" aria-label="Language">
      <button role="tab" data-language="curl" aria-selected="true">curl</button>
      <button
        role="tab"
        data-language="typescript"
        aria-selected="false"
        tabindex="-1"
      >
        TypeScript
      </button>
    </div>
    <div role="tabpanel" data-language="curl" aria-label="curl">
      ${code(curl)}
    </div>
    <div
      role="tabpanel"
      data-language="typescript"
      aria-label="TypeScript"
      hidden
    >
      ${code(typescript)}
    </div>
    <button class="copy" aria-live="polite">Copy</button>
  </div>`;
}

function exampleResponse({ responses }: Operation): Html | "" {
  const success = responses.find(({ status }) => status.startsWith("2"));
  if (success?.content?.example === undefined) return "";
  return html`<h4>Example response</h4>
    ${code(json(success.content.example))}`;
}
