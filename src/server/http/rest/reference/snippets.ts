import type { Document } from "../openapi/types";
import { type Operation, type Parameter, resolve } from "./operations";
import { json } from "./text";
import { sampleOf } from "./sample";

/** The code of one operation in the languages of the tabs. */
export interface Snippets {
  curl: string;
  typescript: string;
}

export function createSnippets(
  document: Document,
  operation: Operation,
): Snippets {
  return {
    curl: curl(document, operation),
    typescript: typescript(document, operation),
  };
}

function curl(document: Document, operation: Operation): string {
  const { method, body, acceptsSession, acceptsApiKey } = operation;
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${address(document, operation)}"`,
    acceptsApiKey && `-H "Authorization: Bearer $TENANTRY_API_KEY"`,
    acceptsSession && !acceptsApiKey && `-b cookies.txt`,
    // The server accepts changes without an API key only from its own origin.
    method !== "GET" && !acceptsApiKey && `-H "Origin: ${origin(document)}"`,
    body && `-H "Content-Type: application/json"`,
    body && `-d ${shellQuoted(shortJson(bodySample(document, operation)))}`,
  ];
  return lines.filter((line) => typeof line === "string").join(" \\\n  ");
}

/** The URL with the examples of the document, and a variable of the shell for every other parameter. */
function address(document: Document, operation: Operation): string {
  const value = (name: string) => {
    const parameter = operation.parameters.find((one) => one.name === name);
    const known = parameter && knownValue(document, parameter);
    return known === undefined
      ? `$${shellName(name)}`
      : encodeURIComponent(String(known));
  };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    value(name),
  );
  const query = operation.parameters
    .filter((one) => one.in === "query" && isShown(one))
    .map(({ name }) => `${name}=${value(name)}`);
  return `${serverUrl(document)}${path}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function isShown({ required, example }: Parameter): boolean {
  return required === true || example !== undefined;
}

/** The value of a parameter in the examples: the one of the document, or the first allowed one. */
function knownValue(document: Document, { example, schema }: Parameter) {
  return example ?? resolve(document, schema).enum?.[0];
}

function shellName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

function shortJson(value: unknown): string {
  const line = JSON.stringify(value);
  return line.length <= 60 ? line : json(value);
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function typescript(document: Document, operation: Operation): string {
  const type = operation.method === "GET" ? "query" : "mutate";
  const procedure = operation.id.replaceAll("-", ".");
  const input = inputOf(document, operation);
  const call = `await tenantry.${procedure}.${type}(${input})`;
  const isEmpty = operation.responses[0]?.status === "204";
  return isEmpty ? `${call};` : `const result = ${call};`;
}

/** The input of the procedure: its parameters and the fields of its body. The client adds the organization. */
function inputOf(document: Document, operation: Operation): string {
  const parameters = operation.parameters
    .filter(isShown)
    .filter((one) => one.in !== "header" && one.name !== "org")
    .map((parameter) => {
      const { name } = parameter;
      const value = knownValue(document, parameter);
      return value === undefined ? name : `${name}: ${literal(value)}`;
    });
  const body = operation.body && bodySample(document, operation);
  const fields = Object.entries(body ?? {}).map(
    ([name, value]) => `${property(name)}: ${literal(value)}`,
  );
  return objectLiteral([...parameters, ...fields], 0);
}

/** Writes a value as TypeScript. */
function literal(value: unknown, depth = 1): string {
  if (Array.isArray(value))
    return `[${value.map((one) => literal(one, depth)).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, one]) => `${property(name)}: ${literal(one, depth + 1)}`,
  );
  return objectLiteral(fields, depth);
}

function objectLiteral(fields: string[], depth: number): string {
  if (fields.length === 0) return depth === 0 ? "" : "{}";
  const line = `{ ${fields.join(", ")} }`;
  if (line.length <= 50) return line;
  const indent = "  ".repeat(depth);
  return `{\n${fields.map((field) => `${indent}  ${field},\n`).join("")}${indent}}`;
}

function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** The example of the body, or a value made from its schema. */
export function bodySample(document: Document, { body }: Operation): object {
  const sample = body?.example ?? sampleOf(document, body?.schema ?? {});
  return typeof sample === "object" && sample !== null ? sample : {};
}

export function serverUrl(document: Document): string {
  return document.servers[0]?.url ?? "";
}

export function origin(document: Document): string {
  return new URL(serverUrl(document)).origin;
}
