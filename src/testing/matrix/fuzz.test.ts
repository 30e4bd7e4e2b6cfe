import { beforeAll, describe, expect, test } from "bun:test";
import * as fc from "fast-check";
import type { Actor, Answer } from "../kit/actor";
import { hostileFields, hostileValue, neverLeaks } from "./hostile";
import { KEY_ACCESS } from "#server/features/key-access";
import {
  addPersonalKey,
  addServiceAccount,
  addServiceKey,
  type KeyActor,
} from "../kit/api-keys";
import type { TestOrganization } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { fieldsOf, type Procedure, procedures } from "./procedures";

const server = serverSuite();
let person: Actor;
let org: TestOrganization;
/** Programs with all scopes: with a personal API key of the admin, and with the key of a service account. */
let programs: KeyActor[];
beforeAll(async () => {
  person = await server.person();
  org = await server.organization(person);
  const account = await addServiceAccount(server.db, org.id, "admin", person);
  programs = [
    await addPersonalKey(server, org.id, person),
    await addServiceKey(server, org.id, account),
  ];
});

/** Signs in again for each procedure, because some procedures end the session of their caller. */
async function signedIn(): Promise<Actor> {
  const actor = person.otherBrowser();
  expect((await actor.signIn()).status).toBe(200);
  return actor;
}

describe.each(procedures)("$path", (procedure) => {
  const { path, type, meta } = procedure;

  test("stays civil over tRPC", async () => {
    const actor = await signedIn();
    const inputs = fc.oneof(hostileValue, {
      weight: 4,
      arbitrary: inputsOf(procedure),
    });
    await neverLeaks(inputs, (input) => actor.trpc(type, path, input));
    await neverLeaks(inputs, (input) =>
      actor.trpc(type, path, input, { batch: true }),
    );
  });

  if (meta.openapi)
    test("stays civil over REST", async () => {
      const actor = await signedIn();
      await neverLeaks(inputsOf(procedure), (fields) =>
        callRest(actor, procedure, fields),
      );
    });

  if (meta.openapi && KEY_ACCESS[path] === "allowed")
    test("stays civil over REST with an API key", async () => {
      for (const program of programs)
        await neverLeaks(inputsOf(procedure), (fields) =>
          callRest(program, procedure, fields),
        );
    });
});

function inputsOf({ path }: Procedure): fc.Arbitrary<object> {
  const wellFormed = {
    get org() {
      return org.slug;
    },
    email: "somebody@example.com",
    name: "A name",
    role: "viewer",
    password: "a long enough passphrase",
    limit: 10,
  };
  return hostileFields(fieldsOf(path), wellFormed);
}

function callRest(
  actor: Actor,
  { meta }: Procedure,
  fields: object,
): Promise<Answer> {
  const { method = "GET", path: template = "/" } = meta.openapi ?? {};
  const rest = new Map<string, unknown>(Object.entries(fields));
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name) ?? "missing";
    rest.delete(name);
    return encodeURIComponent(asText(value)) || "empty";
  });
  if (method !== "GET" && method !== "DELETE")
    return actor.call(method, path, Object.fromEntries(rest));
  const query = new URLSearchParams(
    [...rest].map(([name, value]) => [name, asText(value)]),
  );
  return actor.call(method, `${path}?${query}`);
}

function asText(value: unknown): string {
  const text =
    typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return text.toWellFormed();
}
