import type { Context } from "#server/rpc/context";
import { iso } from "#server/kernel/inputs";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { readInOrganizations } from "./organization-records";
import { readOfPerson } from "./personal-records";
import { type AccountExport, MAX_LIST_LENGTH } from "./schemas";

/** Everything kept about the person, as a file to keep. */
export async function exportAccount(
  { db, services, response }: Context,
  { user, session }: Pick<SignedIn, "user" | "session">,
): Promise<AccountExport> {
  const now = services.now();
  requireRecentAuthentication(session.authenticatedAt, now);
  const [own, inOrganizations] = await Promise.all([
    readOfPerson(db, user.id),
    readInOrganizations(db, user, now),
  ]);
  const exportedAt = iso(now);
  response.headers["content-disposition"] =
    `attachment; filename="account-${exportedAt.slice(0, 10)}.json"`;
  return {
    exportedAt,
    longestList: MAX_LIST_LENGTH,
    ...own,
    ...inOrganizations,
  };
}
