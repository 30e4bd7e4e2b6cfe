import type { z } from "zod";
import { sessionCookieName } from "#server/core/sessions/sessions";
import type { AppRouter } from "#server/features/router";
import { takesKeys } from "#server/features/key-access";
import { type BuiltOutput, outputSchemaOf } from "#server/rpc/built-output";
import type { ProcedureMeta } from "#server/rpc/meta";
import { HEADERS } from "./headers";
import { describeOperation } from "./operation";
import { problemSchema } from "./problems";
import { convertSchemas } from "./schemas";
import { securitySchemes } from "./security";
import { shareRepeated } from "./share-repeated";
import { TAGS } from "./tags";
import type { Document, JsonSchema } from "./types";

const DESCRIPTION = `The API of organizations, members, invitations and projects.

**Requests and responses** are JSON. Times are ISO 8601 in UTC, IDs have a prefix such as \`prj_\`. \`{org}\` is the slug or the ID of an organization. A field that a request does not know is refused, and a later version may add fields to a response.

**Authentication** is the session cookie, or an API key as a bearer token. With a bearer token, cookies are ignored. An operation that does not list \`apiKey\` refuses API keys with 403 \`KEY_NOT_ALLOWED\`. A request with the cookie that changes something must come from the same origin.

**Lists** take \`limit\` and \`cursor\`. \`nextCursor\` is the cursor of the next page, and null on the last page.

**Errors** are a \`Problem\`. Each operation lists its own reasons. Every operation can also be refused with 405 \`METHOD_NOT_SUPPORTED\` and 414 \`URL_TOO_LONG\`. 500 \`INTERNAL\` is always a mistake of the server.

**Repeating**: a request that changes something may have an \`Idempotency-Key\`: the same request with the same key gets the stored response for 24 hours. A response over 8 KiB is stored shortened; an object in which a list or a text was cut has \`truncated: true\`. 503 \`BUSY\` means that nothing was changed. 503 \`OUTCOME_UNKNOWN\` means that the change may be stored: repeat the request with the same \`Idempotency-Key\` after the seconds in \`Retry-After\`.`;

interface Procedure {
  _def: {
    type: "query" | "mutation" | "subscription";
    meta?: ProcedureMeta;
    inputs: [z.ZodType];
    output: z.ZodType | BuiltOutput;
  };
}

/** Generates the OpenAPI document from the router. */
export function createOpenApiDocument(
  router: AppRouter,
  publicUrl: URL,
): Document {
  const { described, named } = describeAll(router);
  const { operations, components } = shareRepeated(
    described.map(({ operation }) => operation),
  );
  const paths: Document["paths"] = {};
  for (const [index, { path, method }] of described.entries())
    Object.assign((paths[path] ??= {}), {
      [method.toLowerCase()]: operations[index],
    });
  return {
    openapi: "3.1.1",
    info: {
      title: "Tenantry API",
      description: DESCRIPTION,
      version: "1.0.0",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: new URL("/api", publicUrl).href }],
    tags: Object.values(TAGS).map(([name, description]) => ({
      name,
      description,
    })),
    paths,
    components: {
      schemas: Object.assign(
        { Problem: problemSchema() },
        named,
        ...described.map(({ schemas }) => schemas),
      ) as Record<string, JsonSchema>,
      ...components,
      headers: HEADERS,
      securitySchemes: securitySchemes(sessionCookieName(publicUrl)),
    },
  };
}

function describeAll(router: AppRouter) {
  const procedures = proceduresOf(router);
  const { inputs, outputs, named } = convertSchemas(
    new Map(
      procedures.map(
        ([
          path,
          {
            inputs: [input],
            output,
          },
        ]) => [path, { input, output: outputSchemaOf(output) }],
      ),
    ),
  );
  const described = procedures.flatMap(([path, { type, meta }]) => {
    const route = meta?.openapi;
    const input = inputs.get(path);
    const output = outputs.get(path);
    if (!meta || !route || !input || !output) return [];
    const about = {
      path,
      type,
      meta,
      takesKeys: takesKeys(path),
      route,
      input,
      output,
    };
    const { path: address, method } = route;
    return [{ path: address, method, ...describeOperation(about) }];
  });
  return { described, named };
}

// tRPC does not declare the types of `_def`. Every procedure with a REST route has one input and one output schema.
function proceduresOf(router: AppRouter): [string, Procedure["_def"]][] {
  const procedures: Record<string, unknown> = router._def.procedures;
  return Object.entries(procedures)
    .map(([path, procedure]): [string, Procedure["_def"]] => [
      path,
      (procedure as Procedure)._def,
    ])
    .filter(([, { meta }]) => meta?.openapi);
}
