import type {
  Document,
  JsonSchema,
  MediaType,
  Operation as Described,
  Parameter as DescribedParameter,
  Reference,
  Response as DescribedResponse,
} from "../openapi/types";

/** An operation of the document, with its references resolved. */
export interface Operation {
  id: string;
  method: string;
  /** The path below `/api`, such as `/organizations/{org}/projects`. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  parameters: Parameter[];
  body?: Content & { isRequired: boolean };
  responses: Response[];
  /** The permissions of which the caller needs at least one. */
  permissions: readonly string[];
  acceptsSession: boolean;
  acceptsApiKey: boolean;
}

export type Parameter = DescribedParameter;

/** The content of a request or a response. */
export interface Content {
  mediaTypes: string[];
  schema: JsonSchema;
  example: unknown;
}

export interface Response {
  status: string;
  description: string;
  /** The reasons of an error; empty for a success. */
  reasons: readonly string[];
  /** Undefined for a response without a body. */
  content?: Content;
}

export interface Tag {
  name: string;
  description: string;
  operations: Operation[];
}

/** Returns the tags that have operations, in the order of the document. */
export function readTags(document: Document): Tag[] {
  const operations = readOperations(document);
  return document.tags
    .map((tag) => ({
      ...tag,
      operations: operations.filter((operation) => operation.tag === tag.name),
    }))
    .filter((tag) => tag.operations.length > 0);
}

export function readOperations(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      ...readOperation(document, operation),
    })),
  );
}

function readOperation(document: Document, operation: Described) {
  const { summary, description, parameters = [], requestBody } = operation;
  const schemes = operation.security.flatMap((one) => Object.keys(one));
  const content = requestBody && readContent(requestBody.content);
  return {
    id: operation.operationId,
    tag: operation.tags[0],
    summary,
    description,
    parameters: parameters.map((one) =>
      resolve<DescribedParameter>(document, one),
    ),
    body: content && { ...content, isRequired: requestBody.required },
    responses: Object.entries(operation.responses).map(([status, response]) =>
      readResponse(status, resolve<DescribedResponse>(document, response)),
    ),
    permissions: operation["x-permission"] ?? [],
    acceptsSession: schemes.includes("session"),
    acceptsApiKey: schemes.includes("apiKey"),
  };
}

function readResponse(status: string, response: DescribedResponse): Response {
  const { description, content } = response;
  return {
    status,
    description,
    reasons: response["x-reasons"] ?? [],
    content: content && readContent(content),
  };
}

function readContent(content: Record<string, MediaType>): Content | undefined {
  const [first] = Object.values(content);
  if (!first) return undefined;
  const { schema, examples = {} } = first;
  const [example] = Object.values(examples);
  return { mediaTypes: Object.keys(content), schema, example: example?.value };
}

/** Returns what a reference points to, or the object itself. */
export function resolve<T extends object>(
  document: Document,
  object: T | Reference,
): T {
  const reference = referenceOf(object);
  if (reference === undefined) return object as T;
  const keys = reference.replace(/^#\//, "").split("/");
  let target: unknown = document;
  for (const key of keys) target = (target as Record<string, unknown>)[key];
  if (typeof target !== "object" || target === null)
    throw new Error(`The OpenAPI document has no ${reference}.`);
  return resolve(document, target as T | Reference);
}

/** Returns the name of the schema to which a reference points: `Project` for `#/components/schemas/Project`. */
export function schemaName(schema: JsonSchema): string | undefined {
  return /^#\/components\/schemas\/(.+)$/.exec(schema.$ref ?? "")?.[1];
}

function referenceOf(object: object): string | undefined {
  return "$ref" in object && typeof object.$ref === "string"
    ? object.$ref
    : undefined;
}

/** Returns what the document says of each reason of an error. */
export function readReasons({ components }: Document): [string, string][] {
  const { reason } = components.schemas.Problem?.properties ?? {};
  const described = reason?.["x-enumDescriptions"] ?? {};
  return Object.entries(described).map(([name, text]) => [name, String(text)]);
}
