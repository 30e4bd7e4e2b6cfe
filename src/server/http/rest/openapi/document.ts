import { generateOpenApiDocument, type OpenAPIObject } from "trpc-to-openapi";
import { sessionCookieName } from "#server/core/sessions/sessions";
import type { AppRouter } from "#server/features/router";
import type { ProcedureMeta } from "#server/rpc/meta";

interface Operation {
  operationId?: string;
  responses?: Record<string, unknown>;
  /** The permissions of which the caller needs at least one in the organization. */
  "x-permission"?: readonly string[];
}

const PROBLEM = {
  type: "object",
  required: ["code", "reason", "message", "requestId"],
  properties: {
    code: { type: "string" },
    reason: { type: "string" },
    message: {
      type: "string",
      description: "In English. Programs branch on `reason`.",
    },
    params: {
      type: "object",
      description: "The parameters of the message, to translate it by reason.",
      additionalProperties: true,
    },
    missing: { type: "array", items: { type: "string" } },
    issues: {
      type: "array",
      items: {
        type: "object",
        required: ["path", "rule", "message"],
        properties: {
          path: { type: "string" },
          rule: { type: "string" },
          params: { type: "object", additionalProperties: true },
          message: { type: "string" },
        },
      },
    },
    changedBy: {
      type: ["object", "null"],
      description: "For STALE: who made the newer change; null if no user did.",
      properties: { id: { type: "string" }, name: { type: "string" } },
    },
    changedAt: { type: "string", format: "date-time" },
    requestId: { type: "string" },
  },
} as const;

/** Generates the OpenAPI document from the router. */
export function createOpenApiDocument(
  router: AppRouter,
  publicUrl: URL,
): OpenAPIObject {
  const document = generateOpenApiDocument(router, {
    title: "Tenantry API",
    description:
      "Organizations, members, invitations and projects. Errors share one shape: code, reason, message, requestId. A POST, PUT or DELETE may carry an Idempotency-Key (1 to 255 characters): the same request with the same key gets the stored answer for 24 hours. An answer over 8 KiB is stored shortened; an object in which a list or a text was cut has truncated: true. 503 with the reason BUSY means that nothing was changed; 503 with OUTCOME_UNKNOWN means that the change may be stored: repeat the request with the same Idempotency-Key after the seconds in Retry-After.",
    version: "1.0.0",
    baseUrl: new URL("/api", publicUrl).href,
    securitySchemes: {
      session: {
        type: "apiKey",
        in: "cookie",
        name: sessionCookieName(publicUrl),
      },
    },
  });
  const metas = metaByOperation(router);
  for (const operation of operationsOf(document)) {
    const { statuses, access } = metas.get(operation.operationId ?? "") ?? {};
    describeResponses(operation, statuses ?? [200]);
    if (typeof access === "object") operation["x-permission"] = access;
  }
  return document;
}

function metaByOperation(router: AppRouter): Map<string, ProcedureMeta> {
  return new Map(
    Object.entries(router._def.procedures).map(([name, procedure]) => {
      const { meta } = (
        procedure as unknown as { _def: { meta?: ProcedureMeta } }
      )._def;
      return [name.replaceAll(".", "-"), meta ?? {}];
    }),
  );
}

function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.values(document.paths ?? {}).flatMap(
    (path) => Object.values(path) as Operation[],
  );
}

// Adds statuses and the error schema: the generator only knows status 200 and an error schema of its own.
function describeResponses(operation: Operation, answers: number[]): void {
  const { "200": success } = operation.responses ?? {};
  operation.responses = Object.fromEntries([
    ...answers.map((status) => [
      String(status),
      status === 204 ? { description: "Done" } : success,
    ]),
    [
      "default",
      {
        description: "An error",
        content: { "application/json": { schema: PROBLEM } },
      },
    ],
  ]) as Record<string, unknown>;
}
