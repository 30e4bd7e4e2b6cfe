import { html } from "hono/html";
import type { Document } from "../openapi/types";
import type { Operation, Parameter } from "./operations";
import { bodySample } from "./snippets";
import { type Html, json } from "./text";

/** The form that sends a real request. `public/reference/try-it.js` reads it; without scripts it is hidden. */
export function tryIt(document: Document, operation: Operation): Html {
  const { id, method, path, parameters, body } = operation;
  return html`<details class="try">
    <summary>Try it</summary>
    <form data-method="${method}" data-path="/api${path}" autocomplete="off">
      <p class="caller">The request is sent with your session.</p>
      ${parameters.map((parameter) => parameterField(id, parameter))}
      ${body ? bodyField(id, json(bodySample(document, operation)), body.isRequired) : ""}
      <p class="actions">
        <button aria-label="Send ${method}: ${operation.summary}">
          Send ${method}
        </button>
      </p>
      <p class="status" role="status"></p>
      <div class="answer"></div>
    </form>
  </details>`;
}

function parameterField(operation: string, parameter: Parameter): Html {
  const { name, in: place, required = false } = parameter;
  const id = `${operation}.${place}.${name}`;
  const attributes = { id, required };
  return html`<p>
    <label for="${id}"
      ><code>${name}</code>
      <small>${place}${required ? "" : ", optional"}</small></label
    >
    ${parameter.schema.enum ? choiceControl(attributes, parameter) : textControl(attributes, parameter)}
  </p>`;
}

interface Attributes {
  id: string;
  required: boolean;
}

function choiceControl({ id, required }: Attributes, parameter: Parameter) {
  const { name, in: place, schema } = parameter;
  return html`<select
    id="${id}"
    name="${name}"
    data-in="${place}"
    ${required ? "required" : ""}
  >
    <option value=""></option>
    ${schema.enum?.map((value) => html`<option>${String(value)}</option>`)}
  </select>`;
}

function textControl({ id, required }: Attributes, parameter: Parameter) {
  const { name, in: place, schema, example } = parameter;
  const hint = String(example ?? schema.default ?? "");
  return html`<input
    id="${id}"
    name="${name}"
    data-in="${place}"
    placeholder="${hint}"
    spellcheck="false"
    ${required ? "required" : ""}
    ${name === "org" && place === "path" ? html`list="organizations"` : ""}
  />`;
}

function bodyField(operation: string, sample: string, isRequired: boolean) {
  const id = `${operation}.body`;
  return html`<p>
    <label for="${id}">Body <small>JSON</small></label>
    <textarea
      id="${id}"
      name="body"
      rows="${sample.split("\n").length + 1}"
      spellcheck="false"
      ${isRequired ? "required" : ""}
    >
${sample}</textarea>
  </p>`;
}
