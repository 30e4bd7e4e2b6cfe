import type {
  Document,
  JsonSchema,
  Operation,
} from "#server/http/rest/openapi/types";
import { resolve } from "./check";

/** The kinds of values that a field can have, and whether it must be there. */
interface Field {
  kinds: Set<string>;
  isRequired: boolean;
}

type Fields = Map<string, Field>;

interface OperationContract {
  /** What stays true of an operation: its ways to authenticate and its successful statuses. */
  facts: Set<string>;
  request: Fields;
  response: Fields;
}

/** What programs rely on, by operation, such as `POST /organizations`. */
export type Contract = Map<string, OperationContract>;

/** Reads what programs rely on from an OpenAPI document. */
export function contractOf(document: Document): Contract {
  return new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]): [string, OperationContract] => [
          `${method.toUpperCase()} ${path}`,
          operationContract(document, operation),
        ],
      ),
    ),
  );
}

/** Returns how a contract breaks the programs that were written for the released one. */
export function breaksOf(released: Contract, now: Contract): string[] {
  return [...released].flatMap(([name, before]) => {
    const after = now.get(name);
    if (!after) return [`${name} is gone`];
    return [
      ...[...before.facts]
        .filter((fact) => !after.facts.has(fact))
        .map((fact) => `no longer: ${fact}`),
      ...requestBreaks(before.request, after.request),
      ...responseBreaks(before.response, after.response),
    ].map((text) => `${name}: ${text}`);
  });
}

// A request of the released contract must still be accepted.
function requestBreaks(before: Fields, after: Fields): string[] {
  const known = [...before].flatMap(([name, { kinds }]) => {
    const field = after.get(name);
    if (!field) return [`the request does not know ${name}`];
    return [...kinds]
      .filter((kind) => !field.kinds.has(kind))
      .map((kind) => `the request refuses ${kind} for ${name}`);
  });
  const needed = [...after]
    .filter(
      ([name, { isRequired }]) => isRequired && !before.get(name)?.isRequired,
    )
    .map(([name]) => `the request needs ${name}`);
  return [...known, ...needed];
}

// A response must still have every field that a program of the released contract reads, and no other kind of value.
function responseBreaks(before: Fields, after: Fields): string[] {
  return [...before].flatMap(([name, { kinds, isRequired }]) => {
    const field = after.get(name);
    if (!field) return [`the response lacks ${name}`];
    return [
      ...(isRequired && !field.isRequired
        ? [`the response does not always have ${name}`]
        : []),
      ...[...field.kinds]
        .filter((kind) => !kinds.has(kind))
        .map((kind) => `the response can have ${kind} as ${name}`),
    ];
  });
}

/** Writes a contract as text: one line for each field. */
export function writeContract(contract: Contract): string {
  const fields = (side: string, all: Fields) =>
    [...all].map(
      ([name, { kinds, isRequired }]) =>
        `  ${side} ${name}${isRequired ? "" : "?"}: ${[...kinds].join(" | ")}`,
    );
  return [...contract]
    .flatMap(([name, { facts, request, response }]) => [
      name,
      ...[...facts].map((fact) => `  ${fact}`),
      ...fields("request", request),
      ...fields("response", response),
      "",
    ])
    .join("\n");
}

export function readContract(text: string): Contract {
  return new Map(
    text
      .split("\n\n")
      .filter(Boolean)
      .map((block) => {
        const [name = "", ...lines] = block.trim().split("\n");
        const of = (side: string): Fields =>
          new Map(
            lines.flatMap((line) => {
              const [, found, field = "", optional, kinds = ""] =
                /^ {2}(\w+) ([^:?]+)(\?)?: (.*)$/.exec(line) ?? [];
              if (found !== side) return [];
              const isRequired = optional === undefined;
              return [
                [field, { kinds: new Set(kinds.split(" | ")), isRequired }],
              ];
            }),
          );
        const facts = lines
          .filter((line) => !line.includes(": "))
          .map((line) => line.trim());
        return [
          name,
          {
            facts: new Set(facts),
            request: of("request"),
            response: of("response"),
          },
        ];
      }),
  );
}

function operationContract(
  document: Document,
  operation: Operation,
): OperationContract {
  const { parameters, responses, schemas } = document.components;
  const request: Fields = new Map();
  const response: Fields = new Map();
  for (const one of operation.parameters ?? []) {
    const parameter = resolve(one, parameters);
    const { name, in: place, required = false, schema } = parameter;
    const kinds = new Set(kindsOf(schema, schemas, "request"));
    request.set(`${place}.${name}`, { kinds, isRequired: required });
  }
  const body = operation.requestBody?.content["application/json"]?.schema;
  if (body) collect(body, "body", { schemas, into: request, side: "request" });
  const successes = Object.entries(operation.responses).filter(
    ([status]) => Number(status) < 300,
  );
  for (const [status, one] of successes)
    for (const { schema } of Object.values(
      resolve(one, responses).content ?? {},
    ))
      collect(schema, status, { schemas, into: response, side: "response" });
  return {
    facts: new Set([
      ...successes.map(([status]) => `status ${status}`),
      ...authentications(operation),
    ]),
    request,
    response,
  };
}

function authentications({ security }: Operation): string[] {
  if (security.length === 0) return ["open"];
  return security.flatMap((one) =>
    Object.keys(one).map((name) => `takes ${name}`),
  );
}

interface Collecting {
  schemas: Record<string, JsonSchema>;
  into: Fields;
  side: "request" | "response";
}

/** Adds the fields of a schema, also those of objects and lists inside of it. */
function collect(schema: JsonSchema, at: string, options: Collecting): void {
  for (const one of alternatives(schema, options.schemas)) {
    for (const [name, field] of Object.entries(one.properties ?? {})) {
      const path = `${at}.${name}`;
      const kinds = kindsOf(field, options.schemas, options.side);
      const known = options.into.get(path);
      options.into.set(path, {
        kinds: new Set([...(known?.kinds ?? []), ...kinds]),
        isRequired:
          (known?.isRequired ?? true) &&
          (one.required?.includes(name) ?? false) &&
          alternatives(schema, options.schemas).every(
            ({ type, properties }) => type === "null" || properties?.[name],
          ),
      });
      collect(field, path, options);
    }
    if (one.items) {
      const kinds = kindsOf(one.items, options.schemas, options.side);
      options.into.set(`${at}[]`, { kinds: new Set(kinds), isRequired: false });
      collect(one.items, `${at}[]`, options);
    }
  }
}

/** The schemas of which a value has one, without references. */
function alternatives(
  schema: JsonSchema,
  schemas: Record<string, JsonSchema>,
): JsonSchema[] {
  const { $ref } = schema;
  if ($ref !== undefined)
    return alternatives(resolve<JsonSchema>({ $ref }, schemas), schemas);
  const choices = schema.anyOf ?? schema.oneOf;
  return choices
    ? choices.flatMap((choice) => alternatives(choice, schemas))
    : [schema];
}

/**
 * The kinds of values of a schema. A request lists each value of a choice, because a program sends one of them; a
 * response may get new ones.
 */
function kindsOf(
  schema: JsonSchema,
  schemas: Record<string, JsonSchema>,
  side: "request" | "response",
): string[] {
  return alternatives(schema, schemas).flatMap(
    ({ type = "any", enum: values, const: value }) => {
      if (side === "request" && values)
        return values.map((one) => JSON.stringify(one));
      if (side === "request" && value !== undefined)
        return [JSON.stringify(value)];
      return type;
    },
  );
}
