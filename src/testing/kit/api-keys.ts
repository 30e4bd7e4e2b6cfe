import { newId } from "#shared/id";
import { type Permission, PERMISSIONS } from "#shared/permissions";
import { apiKeys } from "#server/core/api-keys/table";
import { newSecret } from "#server/core/api-keys/token";
import { serviceAccounts } from "#server/core/service-accounts/table";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import { Actor, type Answer } from "./actor";
import { expectDocumented } from "./documented";
import type { TestServer } from "./server";

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
    if (status >= 400) expectDocumented(init.method ?? "GET", path, text);
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
