import type {
  Tool as Definition,
  ToolAnnotations,
} from "@modelcontextprotocol/server";
import type { Grants } from "#shared/permissions";
import { takesKeys } from "#server/features/key-access";
import type { AppRouter } from "#server/features/router";
import { outputSchemaOf } from "#server/rpc/built-output";
import { type Procedure, proceduresOf } from "#server/rpc/call-procedure";
import type { ProcedureMeta, RestRoute } from "#server/rpc/meta";
import { inputSchema, outputSchema } from "./schemas";

/** A procedure that can be called over MCP. */
export interface Tool {
  /** What clients see of the tool. It contains no text that a user wrote. */
  definition: Definition;
  path: string;
  procedure: Procedure;
  /** Whether the tool returns pages with at most `limit` rows. */
  isPaged: boolean;
  /** Whether the tool is available without `?tools=all`. */
  isDefault: boolean;
  /** The permissions of which the caller needs one. */
  permissions: readonly string[];
}

export type Tools = ReadonlyMap<string, Tool>;

/** The features whose writes are in the default set. The reads of every feature are. */
const DEFAULT_WRITES = ["projects.", "invitations."];

/** Makes a tool of every procedure of an organization that takes API keys, by the names of the tools. */
export function createTools(router: AppRouter): Tools {
  return new Map(
    proceduresOf(router)
      .flatMap(([path, procedure]) => toolOf(path, procedure) ?? [])
      .map((tool) => [tool.definition.name, tool]),
  );
}

/** Whether an API key with these permissions can use the tool. */
export function isGranted(
  { permissions }: Tool,
  grants: Grants | undefined,
): boolean {
  const held: ReadonlySet<string> = grants ?? new Set();
  return permissions.some((permission) => held.has(permission));
}

function toolOf(path: string, procedure: Procedure): Tool | undefined {
  const { meta, inputs, output } = procedure._def;
  const route = meta?.openapi;
  const [input] = inputs;
  const isOfOrganization = route?.path.includes("{org}") ?? false;
  if (!takesKeys(path) || !route || !isOfOrganization || !input)
    return undefined;
  const { access, statuses } = meta;
  if (typeof access !== "object")
    throw new Error(`The tool ${path} needs a permission.`);
  const schema = inputSchema(input);
  const hasResult = output && statuses?.some((status) => status !== 204);
  return {
    definition: {
      name: path.replaceAll(".", "_"),
      title: route.summary,
      description: `${route.summary}. ${route.description ?? ""}`.trim(),
      inputSchema: schema,
      ...(hasResult && { outputSchema: outputSchema(outputSchemaOf(output)) }),
      annotations: annotationsOf(route, meta),
    },
    path,
    procedure,
    isPaged: schema.properties?.limit !== undefined,
    isDefault:
      route.method === "GET" ||
      DEFAULT_WRITES.some((feature) => path.startsWith(feature)),
    permissions: access,
  };
}

/** Tells clients which tools they may run without asking the user. */
function annotationsOf(
  { method }: RestRoute,
  { statuses }: ProcedureMeta,
): ToolAnnotations {
  if (method === "GET") return { readOnlyHint: true };
  const onlyCreates = method === "POST" && statuses?.includes(201) === true;
  return {
    readOnlyHint: false,
    destructiveHint: !onlyCreates,
    idempotentHint: method === "PUT" || method === "DELETE",
  };
}
