import { newId } from "#shared/id";
import {
  type KeyScope,
  type Permission,
  PERMISSIONS,
} from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import { newSecret } from "#server/core/api-keys/token";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import { Actor, type Answer } from "./actor";
import { expectAsBuilt, expectDocumented } from "./documented";
import { expectStatus, type TestOrganization, type TestServer } from "./server";

type Server = Pick<TestServer, "url" | "db" | "services">;

/** A program that calls the server with an API key: no cookies, and no header Origin. */
export class KeyActor extends Actor {
  readonly #url: URL;

  constructor(
    server: Pick<TestServer, "url">,
    readonly keyId: string,
    readonly key: string,
  ) {
    super(server, "A program", "program@example.com");
    this.#url = server.url;
  }

  override get credentials(): Record<string, string> {
    return { authorization: `Bearer ${this.key}` };
  }

  override async fetch(
    ...[path, init]: Parameters<Actor["fetch"]>
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.#url), {
      redirect: "manual",
      ...init,
      headers: { ...this.credentials, ...init.headers },
    });
    const { status, headers } = response;
    const text = await response.text();
    const { method = "GET" } = init;
    if (status >= 400) expectDocumented(method, path, text);
    else if (response.ok) expectAsBuilt(method, path, text);
    return { status, headers, text, body: parse(text) };
  }
}

function parse(text: string): Answer["body"] {
  try {
    return JSON.parse(text) as Answer["body"];
  } catch {
    return {};
  }
}

/** Inserts a personal API key of a member directly. By default it has all scopes. */
export async function addPersonalKey(
  server: Server,
  orgId: string,
  owner: { id: string },
  scopes?: readonly Permission[],
): Promise<KeyActor> {
  return addKey(server, { orgId, userId: owner.id }, scopes);
}

/** Inserts an API key of a service account directly. By default it has all scopes. */
export async function addServiceKey(
  server: Server,
  orgId: string,
  serviceAccountId: string,
  scopes?: readonly Permission[],
): Promise<KeyActor> {
  return addKey(server, { orgId, serviceAccountId }, scopes);
}

async function addKey(
  server: Server,
  owner: { orgId: string; userId?: string; serviceAccountId?: string },
  scopes: readonly Permission[] = PERMISSIONS,
): Promise<KeyActor> {
  const id = newId("apiKey");
  const { key, secretHash, last4 } = newSecret(id);
  const now = server.services.deps.now();
  await server.db.client.execute(
    insertStatement(apiKeys, {
      ...owner,
      id,
      name: "Deploy",
      scopes: [...scopes],
      secretHash,
      last4,
      createdAt: now,
      // The server does not write the last use for a minute, so that tests can expect that a call writes nothing.
      lastUsedAt: now,
    }),
  );
  return new KeyActor(server, id, key);
}

/** Inserts a service account directly. */
export async function addServiceAccount(
  { client }: Database,
  orgId: string,
  role: string,
  steward?: { id: string },
): Promise<string> {
  const id = newId("serviceAccount");
  const now = Date.now();
  await client.execute(
    insertStatement(serviceAccounts, {
      orgId,
      id,
      name: "CI",
      role,
      stewardId: steward?.id ?? null,
      createdAt: now,
      updatedAt: now,
    }),
  );
  return id;
}

/** The input of a new API key. */
interface KeyInput {
  name?: string;
  scopes?: readonly KeyScope[];
  expiresInDays?: number | null;
}

/** Creates a personal API key of a member over HTTP. By default it can read projects. */
export async function issuePersonalKey(
  server: Pick<TestServer, "url">,
  owner: Actor,
  org: TestOrganization,
  input: KeyInput = {},
): Promise<KeyActor> {
  const path = `/organizations/${org.slug}/api-keys`;
  const answer = await owner.post<"apiKeys.create">(path, complete(input));
  return actorOf(server, expectStatus(answer, 201).body);
}

/** Creates an API key of a service account over HTTP. */
export async function issueServiceKey(
  server: Pick<TestServer, "url">,
  admin: Actor,
  org: TestOrganization,
  accountId: string,
  input: KeyInput = {},
): Promise<KeyActor> {
  const path = `/organizations/${org.slug}/service-accounts/${accountId}/keys`;
  const answer = await admin.post<"serviceAccounts.createKey">(
    path,
    complete(input),
  );
  return actorOf(server, expectStatus(answer, 201).body);
}

/** Makes the program that has the secret of an answer. */
export function actorOf(
  server: Pick<TestServer, "url">,
  { key, secret }: { key: { id: string }; secret: string },
): KeyActor {
  return new KeyActor(server, key.id, secret);
}

function complete({
  name = "Deploy",
  scopes = ["project:read"],
  ...input
}: KeyInput) {
  return { name, scopes, ...input };
}

/** Creates a service account over HTTP and returns its id. */
export async function createServiceAccount(
  admin: Actor,
  org: TestOrganization,
  input: { name?: string; role?: string; stewardId?: string } = {},
): Promise<string> {
  const answer = await admin.post<"serviceAccounts.create">(
    `/organizations/${org.slug}/service-accounts`,
    { name: "CI", role: "member", ...input },
  );
  return expectStatus(answer, 201).body.id;
}
