import { apiKeys } from "#server/core/api-keys/table";
import { newSecret } from "#server/core/api-keys/token";
import { serviceAccounts } from "#server/core/service-accounts/table";
import { openDatabase } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";
import { PERMISSIONS } from "#shared/permissions";
import { type Account, admins } from "./accounts";
import { numberedId, type Size } from "./sizes";

/** An account with the API key of the person, and that of a service account of the organization. */
export interface KeyedAccount extends Account {
  personalKey: string;
  serviceKey: string;
}

/** Gives API keys to the people whose requests are measured. The database must be in no use by a server. */
export async function addKeys(
  path: string,
  size: Size,
): Promise<KeyedAccount[]> {
  const db = await openDatabase({ url: `file:${path}` });
  const made = admins(size).map(keyed);
  await db.client.batch(
    made.flatMap(({ statements }) => statements),
    "write",
  );
  db.close();
  return made.map(({ account }) => account);
}

function keyed(account: Account) {
  const { person, organization } = account;
  const now = Date.now();
  const orgId = numberedId("org", organization);
  const serviceAccountId = numberedId("svc", person);
  const add = (id: string, owner: object) => {
    const { key, secretHash, last4 } = newSecret(id);
    const statement = insertStatement(apiKeys, {
      ...owner,
      orgId,
      id,
      name: "Deploy",
      scopes: [...PERMISSIONS],
      secretHash,
      last4,
      createdAt: now,
    });
    return { key, statement };
  };
  const serviceAccount = insertStatement(serviceAccounts, {
    orgId,
    id: serviceAccountId,
    name: "CI",
    role: "admin",
    createdAt: now,
    updatedAt: now,
  });
  const personal = add(numberedId("key", person * 2), {
    userId: numberedId("usr", person),
  });
  const service = add(numberedId("key", person * 2 + 1), { serviceAccountId });
  return {
    account: { ...account, personalKey: personal.key, serviceKey: service.key },
    statements: [serviceAccount, personal.statement, service.statement],
  };
}
