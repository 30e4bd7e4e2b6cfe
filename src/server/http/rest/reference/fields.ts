import { html } from "hono/html";
import type { Document, JsonSchema } from "../openapi/types";
import { resolve, schemaName } from "./operations";
import { alternatives, type Html, inline } from "./text";

interface Field {
  name: string;
  schema: JsonSchema;
  required?: boolean;
  description?: string;
}

/** Renders named values, such as parameters. */
export function fieldList(document: Document, fields: Field[]): Html {
  return html`<ul class="fields" role="list">
    ${fields.map((field) => fieldItem(document, field))}
  </ul>`;
}

/** Renders a schema: the fields of an object or of the objects in a list, and otherwise its type. */
export function schemaFields(document: Document, reference: JsonSchema): Html {
  const schema = resolve(document, reference);
  const fields = fieldsOf(document, schema);
  if (fields.length > 0) return fieldList(document, fields);
  const nested = nestedFields(document, schema);
  const text = html`<p class="type">${typeOf(schema)}${limits(schema)}</p>`;
  return html`${text}${nested}`;
}

function fieldItem(
  document: Document,
  { name, schema, required = false, description = schema.description }: Field,
): Html {
  return html`<li>
    <code class="name">${name}</code>
    <span class="type">${typeOf(schema)}</span>
    ${required ? "" : html`<span class="optional">optional</span>`}
    ${limits(schema)} ${description ? html`<p>${inline(description)}</p>` : ""}
    ${nestedFields(document, schema)}
  </li>`;
}

/** Renders the fields of the objects inside a schema. Named schemas have a section of their own. */
function nestedFields(document: Document, schema: JsonSchema): Html | "" {
  if (schemaName(schema)) return "";
  const inner = schema.items ?? valuesOf(schema);
  if (inner) return nestedFields(document, inner);
  const fields = fieldsOf(document, schema);
  if (fields.length > 0) return fieldList(document, fields);
  const choices = choicesOf(schema)
    .map((choice) => nestedFields(document, choice))
    .filter((choice) => choice !== "");
  return choices.length > 0 ? html`${choices}` : "";
}

function fieldsOf(document: Document, schema: JsonSchema): Field[] {
  const required = new Set(schema.required);
  const own = Object.entries(schema.properties ?? {}).map(([name, one]) => ({
    name,
    schema: one,
    required: required.has(name),
  }));
  const inherited = (schema.allOf ?? []).flatMap((part) =>
    fieldsOf(document, resolve(document, part)),
  );
  return [...inherited, ...own];
}

/** The schema of the values of an object with any keys. */
function valuesOf({ additionalProperties }: JsonSchema) {
  return typeof additionalProperties === "object"
    ? additionalProperties
    : undefined;
}

function choicesOf({ anyOf = [], oneOf = [] }: JsonSchema) {
  return [...anyOf, ...oneOf];
}

function typeOf(schema: JsonSchema): (string | Html)[] {
  const name = schemaName(schema);
  if (name) return [html`<a href="#schema-${name}">${name}</a>`];
  const choices = choicesOf(schema);
  if (choices.length > 0)
    return alternatives(choices.map((choice) => html`${typeOf(choice)}`));
  if (schema.const !== undefined)
    return [html`<code>${JSON.stringify(schema.const)}</code>`];
  if (schema.items) return ["list of ", ...typeOf(schema.items)];
  const values = valuesOf(schema);
  if (values) return ["object with values: ", ...typeOf(values)];
  const types = [schema.type ?? impliedType(schema)].flat();
  const format = schema.format ? ` (${schema.format})` : "";
  return [types.join(" or ") + format];
}

function impliedType(schema: JsonSchema): string {
  if (schema.enum) return typeof schema.enum[0];
  return (schema.properties ?? schema.allOf) ? "object" : "any value";
}

/** Describes the allowed values in words. */
function limits(schema: JsonSchema): Html[] {
  const parts = [
    range(schema.minLength, schema.maxLength, "characters"),
    range(schema.minItems, schema.maxItems, "items"),
    range(schema.minimum, schema.maximum, ""),
    schema.enum &&
      html`one of
      ${alternatives(schema.enum.map((value) => html`<code>${value}</code>`))}`,
    schema.default !== undefined &&
      html`default <code>${JSON.stringify(schema.default)}</code>`,
  ];
  return parts
    .filter((part) => part !== false && part !== undefined)
    .map((part) => html`<span class="limit">${part}</span> `);
}

function range(
  from: number | undefined,
  to: number | undefined,
  unit: string,
): string | undefined {
  if (to === undefined)
    return from && from > 0 ? `at least ${from} ${unit}` : undefined;
  if (from === to) return `${from} ${unit}`;
  return from ? `${from} to ${to} ${unit}` : `at most ${to} ${unit}`;
}
