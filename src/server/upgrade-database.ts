import type { Client } from "@libsql/client";
import { normalizeEmail } from "#shared/fields";
import type { Database } from "./kernel/db/client";
import { migrateDatabase } from "./kernel/db/migrate";

/** Tables whose column `email` is compared with addresses that are given later. */
const TABLES = ["users", "invitations", "sign_ups", "email_changes"];

/**
 * Brings a database to the state that this version needs: applies the migrations, then what SQL cannot do.
 * @returns how many migrations were applied
 */
export async function upgradeDatabase(
  db: Database,
  migrationsFolder: string,
): Promise<number> {
  const applied = await migrateDatabase(db, migrationsFolder);
  await storeAsciiDomains(db.client);
  return applied;
}

/**
 * Stores the domains of older addresses in ASCII. An address stays unchanged, and is still found as it is stored, if it has
 * no ASCII form, or if another row has that form: then the operator decides which account keeps the address.
 */
export async function storeAsciiDomains(client: Client): Promise<void> {
  for (const table of TABLES) {
    const { rows } = await client.execute(
      `select distinct email from ${table} where email glob '*@*[^ -~]*'`,
    );
    for (const { email } of rows)
      await client.execute({
        sql: `update or ignore ${table} set email = ? where email = ?`,
        args: [normalizeEmail(String(email)), String(email)],
      });
  }
}
