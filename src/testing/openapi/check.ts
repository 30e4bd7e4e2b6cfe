import { Ajv2020, type AnySchema, type ValidateFunction } from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type {
  Document,
  JsonSchema,
  Operation,
  Parameter,
  Reference,
} from "#server/http/rest/openapi/types";
import { procedureAt, type ProcedurePath } from "../matrix/procedures";

/** Checks values against the schemas of an OpenAPI document. Every check returns a list of mistakes. */
export interface Checker {
  value(schema: JsonSchema, value: unknown): string[];
  parameter(operation: Operation, name: string, value: unknown): string[];
  requestBody(operation: Operation, body: unknown): string[];
  /** Responses must not have fields that the document does not name. */
  response(operation: Operation, status: number, body: unknown): string[];
}

export function createChecker(document: Document): Checker {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addFormat("time-zone", true);
  const { schemas } = closed(document.components) as Document["components"];
  const root = { components: { schemas } };
  const compiled = new Map<string, ValidateFunction>();
  const mistakes = (schema: JsonSchema, value: unknown): string[] => {
    const text = JSON.stringify(schema);
    const validate =
      compiled.get(text) ?? ajv.compile({ ...root, ...schema } as AnySchema);
    compiled.set(text, validate);
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message = "" }) => `${instancePath} ${message}`,
    );
  };
  return {
    value: mistakes,
    parameter(operation, name, value) {
      const parameter = (operation.parameters ?? [])
        .map((one) => resolve(one, document.components.parameters))
        .find((one: Parameter) => one.name === name);
      if (!parameter) return [`${name} is not documented`];
      return mistakes(parameter.schema, fromText(parameter.schema, value));
    },
    requestBody({ requestBody }, body) {
      const schema = requestBody?.content["application/json"]?.schema;
      return schema ? mistakes(schema, body) : ["a body is not documented"];
    },
    response({ responses }, status, body) {
      const found = responses[String(status)];
      if (!found) return [`${status} is not documented`];
      const { content } = resolve(found, document.components.responses);
      if (!content) return body === undefined ? [] : ["a body was sent"];
      const [media] = Object.values(content);
      return mistakes(closed(media?.schema) as JsonSchema, body);
    },
  };
}

export function operationOf(document: Document, path: string): Operation {
  const { openapi } = procedureAt(path as ProcedurePath).meta;
  const methods = document.paths[openapi?.path ?? ""];
  const operation = methods?.[openapi?.method.toLowerCase() ?? ""];
  if (!operation) throw new Error(`The document does not have ${path}.`);
  return operation;
}

export function resolve<T extends object>(
  one: T | Reference,
  all: Record<string, T>,
): T {
  if (!("$ref" in one)) return one;
  const found = all[one.$ref.split("/").at(-1) ?? ""];
  if (!found) throw new Error(`${one.$ref} does not exist.`);
  return found;
}

/** A parameter is text: a number or a boolean is read from it. */
function fromText({ type }: JsonSchema, value: unknown): unknown {
  if (type === "integer" || type === "number") return Number(value);
  return type === "boolean" ? value === "true" : value;
}

/**
 * Forbids fields without a schema. The document allows them in responses, because a later version may add fields; a
 * test must find them.
 */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, closed(value)]),
  );
  return "properties" in copy && !("additionalProperties" in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}
