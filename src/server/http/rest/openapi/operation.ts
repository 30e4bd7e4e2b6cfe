import type { ProcedureMeta, RestRoute } from "#server/rpc/meta";
import { type DescribedProcedure, reasonsOf } from "#server/rpc/reasons-of";
import { type Example, exampleOf } from "./examples";
import { headersOf } from "./headers";
import { problemResponses } from "./problems";
import { securityOf } from "./security";
import { tagOf } from "./tags";
import { refTo } from "./schemas";
import type {
  JsonSchema,
  MediaType,
  Operation,
  Parameter,
  Response,
} from "./types";

/** A procedure with a REST route, and its schemas. */
export interface Described extends DescribedProcedure {
  path: string;
  route: RestRoute;
  input: JsonSchema;
  output: JsonSchema;
}

/** An operation, and the schemas that it gives a name. */
export interface DescribedOperation {
  operation: Omit<Operation, "parameters" | "responses"> & {
    parameters: Parameter[];
    responses: Record<string, Response>;
  };
  schemas: Record<string, JsonSchema>;
}

export function describeOperation(procedure: Described): DescribedOperation {
  const { path, route, meta } = procedure;
  const example = exampleOf(path);
  const body = bodyOf(procedure);
  const result = resultOf(procedure);
  const { access } = meta;
  const operation = {
    operationId: path.replaceAll(".", "-"),
    summary: route.summary,
    ...(route.description !== undefined && { description: route.description }),
    tags: [tagOf(path)] as [string],
    security: securityOf(procedure),
    parameters: [
      ...fieldParameters(procedure, example),
      ...headerParameters(procedure),
    ],
    ...(body && {
      requestBody: {
        required: (body.schema.required?.length ?? 0) > 0,
        content: {
          "application/json": withExample(refTo(body.name), example?.body),
        },
      },
    }),
    responses: {
      ...successes(procedure, result, example),
      ...redirect(route),
      ...problemResponses([
        ...reasonsOf(procedure),
        ...(body ? OF_BODIES : []),
      ]),
    },
    ...(typeof access === "object" && { "x-permission": access }),
  };
  const schemas = [body, result?.name === undefined ? undefined : result];
  return {
    operation,
    schemas: Object.fromEntries(
      schemas.flatMap((one) => (one?.name ? [[one.name, one.schema]] : [])),
    ),
  };
}

const OF_BODIES = ["PAYLOAD_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"] as const;

/** The fields of an input that are not in the path: they are in the body of POST, PUT and PATCH, else in the query. */
function restOf({ route, input }: Described): string[] {
  return Object.keys(input.properties ?? {}).filter(
    (name) => !route.path.includes(`{${name}}`),
  );
}

function hasBody({ route }: Described): boolean {
  return route.method !== "GET" && route.method !== "DELETE";
}

function bodyOf(procedure: Described) {
  if (!hasBody(procedure)) return undefined;
  const { input, path } = procedure;
  const fields = restOf(procedure);
  if (fields.length === 0) return undefined;
  const properties = Object.fromEntries(
    Object.entries(input.properties ?? {}).filter(([name]) =>
      fields.includes(name),
    ),
  );
  const required = input.required?.filter((name) => fields.includes(name));
  const schema: JsonSchema = {
    type: "object",
    properties,
    ...(required?.length && { required }),
    additionalProperties: false,
  };
  return { name: `${pascal(path)}Body`, schema };
}

function fieldParameters(
  procedure: Described,
  example: Example | undefined,
): Parameter[] {
  const { route, input } = procedure;
  const inQuery = hasBody(procedure) ? [] : restOf(procedure);
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(
    ([, name = ""]) => name,
  );
  return [...inPath, ...inQuery].map((name) => {
    const { description, ...schema } = input.properties?.[name] ?? {};
    const isInPath = inPath.includes(name);
    const value = example?.parameters?.[name];
    return {
      name,
      in: isInPath ? "path" : "query",
      ...((isInPath || input.required?.includes(name)) && { required: true }),
      ...(description !== undefined && { description }),
      schema,
      ...(value !== undefined && { example: value }),
    };
  });
}

function headerParameters(procedure: Described): Parameter[] {
  const { type, meta, input } = procedure;
  const isStored = type === "mutation" && meta.access !== "anyone";
  return [
    ...(isStored ? [IDEMPOTENCY_KEY] : []),
    ...(input.properties?.updatedAt ? [IF_MATCH] : []),
  ];
}

const IDEMPOTENCY_KEY: Parameter = {
  name: "Idempotency-Key",
  in: "header",
  description:
    "Makes it safe to repeat the request: within 24 hours, the same key with the same request gets the stored response.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const IF_MATCH: Parameter = {
  name: "If-Match",
  in: "header",
  description:
    "The `updatedAt` that you read, if it is not in the body. If the resource has changed since, the response is 409 `STALE`.",
  schema: { type: "string" },
};

function resultOf({ path, output, meta }: Described) {
  if (meta.statuses?.every((status) => status === 204)) return undefined;
  if (output.$ref !== undefined) return { name: undefined, schema: output };
  const item = output.properties?.items?.items?.$ref?.split("/").at(-1);
  const isPage = item !== undefined && output.properties?.nextCursor;
  return {
    name: isPage ? `${item}Page` : `${pascal(path)}Result`,
    schema: output,
  };
}

function successes(
  { takesKeys, meta, route }: Described,
  result: ReturnType<typeof resultOf>,
  example: Example | undefined,
): Record<string, Response> {
  const headers = takesKeys
    ? { headers: headersOf("RateLimit", "RateLimit-Policy") }
    : {};
  const statuses = meta.statuses ?? [200];
  return Object.fromEntries(
    statuses.map((status) => {
      const description = SUCCESS[status];
      if (status === 204 || !result)
        return [status, { description, ...headers }];
      const schema = result.name ? refTo(result.name) : result.schema;
      const body = example?.status === status ? example.response : undefined;
      const content = Object.fromEntries(
        route.contentTypes.map((type) => [
          type,
          type === "application/json"
            ? withExample(schema, body)
            : withExample({ type: "string" }, body),
        ]),
      );
      return [status, { description, ...headers, content }];
    }),
  );
}

const SUCCESS = {
  200: "Success.",
  201: "Created.",
  202: "Accepted. A mail may be on its way.",
  204: "Success, without a body.",
} as const satisfies Record<
  NonNullable<ProcedureMeta["statuses"]>[number],
  string
>;

/** A GET with a former slug of an organization is redirected. */
function redirect({ method, path }: RestRoute): Record<string, Response> {
  if (method !== "GET" || !path.includes("{org}")) return {};
  return {
    301: {
      description:
        "`{org}` is a former slug of the organization. For 90 days, reads are redirected to the present one.",
      headers: headersOf("Location", "x-renamed-to"),
    },
  };
}

function withExample(schema: JsonSchema, value: unknown): MediaType {
  return {
    schema,
    ...(value !== undefined && { examples: { recorded: { value } } }),
  };
}

/** `projects.updateMany` → `ProjectsUpdateMany` */
function pascal(path: string): string {
  return path
    .split(".")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
