import { beforeAll, describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import { generateSync } from "json-schema-faker";
import { appRouter } from "#server/features/router";
import { createOpenApiDocument } from "#server/http/rest/openapi/document";
import type { JsonSchema, Operation } from "#server/http/rest/openapi/types";
import type { Rule } from "#shared/rules";
import type { Actor, Answer } from "../kit/actor";
import { problemOf } from "../kit/problem";
import { fixture, serverSuite } from "../kit/suite";
import {
  callRest,
  type Procedure,
  type ProcedurePath,
  procedures,
} from "../matrix/procedures";
import { createRoles, createScenario, type Roles } from "../matrix/scenarios";
import { type Attempt, attempts } from "../matrix/valid-inputs";
import { CALLED_BY } from "../matrix/work";
import { startDns } from "../peers/dns";
import { createChecker, operationOf, resolve } from "./check";
import { brokenBy, generatable } from "./inputs";

/** Fast-check prints the seed of a failure; the generated calls follow from it. */
const SEED = Number(process.env.PROPERTY_SEED ?? 20_261_130);
const RUNS = Number(process.env.PROPERTY_RUNS ?? 6);

/** The rules that depend on more than the field itself, so that a JSON schema cannot express them. */
const BEYOND_SHAPE: ReadonlySet<Rule> = new Set([
  "UNKNOWN_CURSOR",
  "EXACTLY_ONE",
  "NOT_TOGETHER",
  "NOT_A_VERSION",
  "EMAIL_UNCHANGED",
  "EMAIL_CONFIRMATION",
  "PASSWORD_COMMON",
  "PASSWORD_CONFIRMATION",
  "SLUG_RESERVED",
  "SLUG_CONFIRMATION",
  "TIME_ZONE_INVALID",
  "LOGO_URL_CREDENTIALS",
  "LOGO_NOT_UPLOADED",
  "ROLE_UNCHANGED",
  "ROLE_LACKS_PERMISSION",
  "ADMIN_ROLE_NOT_ALLOWED",
  "PERMISSIONS_INVALID",
  "ROLE_AFTER_REQUIRED",
  "ALREADY_ADMIN",
  "MEMBER_SUSPENDED",
  "MEMBER_LEAVING",
  "MEMBER_WITHOUT_ACCESS",
  "MEMBER_CANNOT_EDIT_PROJECTS",
  "CANNOT_SUSPEND_YOURSELF",
  "DOMAIN_PUBLIC",
  "DOMAIN_SHARED",
  "SEATS_EXCEEDED",
  "SEATS_NOT_IN_PLAN",
  "DAY_IN_FUTURE",
  "DAYS_REVERSED",
  "TOO_MANY_DAYS",
  "IMAGE_EMPTY",
  "IMAGE_UNSUPPORTED",
  "IMAGE_DAMAGED",
]);

/** Rules that depend on another field of the same input. */
const BEYOND_FIELD: Partial<Record<ProcedurePath, Rule>> = {
  "members.updateMany": "ROLE_REQUIRED",
  "requests.create": "PERMISSION_REQUIRED",
  "requests.resolve": "ROLE_REQUIRED",
};

const document = createOpenApiDocument(
  appRouter,
  new URL("https://app.tenantry.test"),
);
const checker = createChecker(document);
const dns = fixture(startDns);
const server = serverSuite(() => ({
  DNS_SERVERS: dns.address,
  GITHUB_CLIENT_ID: "tenantry",
  GITHUB_CLIENT_SECRET: "a secret of the tests",
}));
let roles: Roles;
beforeAll(async () => {
  roles = await createRoles(server);
});

const withInput = procedures
  .filter(({ meta }) => meta.openapi)
  .map((procedure) => ({
    procedure,
    path: procedure.path,
    schema: inputSchema(procedure),
  }))
  .filter(({ schema }) => Object.keys(schema.properties ?? {}).length > 0);

describe.each(withInput)("$path", ({ procedure, path, schema }) => {
  const operation = operationOf(document, path);

  test("accepts every input of the documented shape, and answers as documented", async () => {
    const { actor, inPath } = await prepare(procedure);
    await holds(fc.integer(), async (seed) => {
      const fields = generate(schema, seed);
      const answer = await callRest(actor, path, { ...fields, ...inPath });
      expectDocumented(operation, answer);
      if (answer.status !== 400) return;
      const { reason, issues = [] } = problemOf(answer);
      // A service can refuse a well-formed value for a reason of its own.
      if (reason !== "INVALID_INPUT") return;
      const wrong = issues.filter(
        ({ rule }) =>
          !BEYOND_SHAPE.has(rule as Rule) && rule !== BEYOND_FIELD[path],
      );
      expect(wrong).toEqual([]);
    });
  });

  if (operation.requestBody)
    test("refuses an input with a broken field, and names the field", async () => {
      const { actor, inPath } = await prepare(procedure);
      const properties = Object.keys(schema.properties ?? {});
      const field = fc.constantFrom(...properties, "nonsense");
      await holds(
        fc.tuple(fc.integer(), field, fc.nat()),
        async ([seed, name, choice]) => {
          const fields = generate(schema, seed);
          const broken = brokenBy(checker, { schema, fields, name, choice });
          if (!broken) return;
          const answer = await callRest(actor, path, { ...broken, ...inPath });
          expectDocumented(operation, answer);
          expect([answer.status, answer.text]).toEqual([400, answer.text]);
          const named = problemOf(answer).issues?.map((issue) => issue.path);
          expect(
            named?.some((one) => one === name || one.startsWith(`${name}.`)),
          ).toBe(true);
        },
      );
    });
});

function holds<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
): Promise<void> {
  return fc.assert(fc.asyncProperty(inputs, check), {
    seed: SEED,
    numRuns: RUNS,
    endOnFailure: true,
  });
}

/** Expects a status of the operation, and the body that belongs to it. */
function expectDocumented(operation: Operation, answer: Answer): void {
  const { status, text, headers } = answer;
  const isJson = /^application\/json\b/.test(headers.get("content-type") ?? "");
  const body: unknown =
    status === 204 ? undefined : isJson ? JSON.parse(text) : text;
  expect([status, checker.response(operation, status, body)]).toEqual([
    status,
    [],
  ]);
  if (status < 400) return;
  const { reason } = problemOf(answer);
  const found = operation.responses[String(status)];
  const { "x-reasons": reasons } = found
    ? resolve(found, document.components.responses)
    : {};
  expect(reasons).toContain(reason);
}

/** Signs the caller in again, because a call may have ended the session, and makes the rows that the path names. */
async function prepare({ path, meta }: Procedure): Promise<{
  actor: Actor;
  inPath: Record<string, unknown>;
}> {
  const scenario = await createScenario(
    server,
    roles,
    CALLED_BY[path] ?? "admin",
  );
  const attempt = attempts[path] as Attempt<
    Record<string, unknown> | undefined
  >;
  const input = (await attempt(scenario)) ?? {};
  const actor = scenario.caller;
  await actor.signIn();
  const inPath = Object.fromEntries(
    Object.entries(input).filter(([name]) =>
      meta.openapi?.path.includes(`{${name}}`),
    ),
  );
  // A generated slug would rename the organization of the next call.
  return {
    actor,
    inPath: { ...inPath, ...("org" in inPath && { org: scenario.orgId }) },
  };
}

/** The fields of an input outside of the path, as one object. */
function inputSchema({
  path,
}: Pick<Procedure, "path"> & { path: ProcedurePath }): JsonSchema {
  const { requestBody, parameters = [] } = operationOf(document, path);
  const body = requestBody?.content["application/json"]?.schema;
  if (body?.$ref !== undefined)
    return resolve<JsonSchema>(
      { $ref: body.$ref },
      document.components.schemas,
    );
  const query = parameters
    .map((one) => resolve(one, document.components.parameters))
    .filter((one) => one.in === "query");
  return {
    type: "object",
    properties: Object.fromEntries(
      query.map(({ name, schema }) => [name, schema]),
    ),
    required: query.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function generate(schema: JsonSchema, seed: number): Record<string, unknown> {
  const { schemas } = document.components;
  const whole = { ...schema, components: { schemas } };
  const value = generateSync(generatable(whole), {
    seed,
    optionalsProbability: 0.5,
    maxItems: 3,
  }) as Record<string, unknown>;
  expect(checker.value(schema, value)).toEqual([]);
  return value;
}
