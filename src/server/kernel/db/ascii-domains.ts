import type { Client } from "@libsql/client";
import { normalizeEmail } from "#shared/fields";

/** Tables whose column `email` is compared with addresses that are given later. */
const TABLES = ["users", "invitations", "sign_ups", "email_changes"];

/**
 * Brings addresses from before the domain was stored in ASCII to that form. One that has no such form stays as it is, and
 * is still looked up as such. So does one whose form belongs to another row: the two have the same mailbox, and the
 * operator decides which account keeps it.
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
