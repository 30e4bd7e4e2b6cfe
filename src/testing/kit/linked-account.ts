import { newId } from "#shared/id";
import { identities } from "#server/features/accounts/linked-accounts/table";
import type { Database } from "#server/kernel/db/client";
import { insertStatement } from "#server/kernel/db/statement";

/** Inserts a linked account directly into the database and returns its id. */
export async function addLinkedAccount(
  { client }: Pick<Database, "client">,
  userId: string,
  provider = "github",
): Promise<string> {
  const id = newId("identity");
  await client.execute(
    insertStatement(identities, {
      id,
      userId,
      provider,
      issuer: `https://${provider}.example`,
      subject: id,
      label: "octocat",
      createdAt: Date.now(),
    }),
  );
  return id;
}
