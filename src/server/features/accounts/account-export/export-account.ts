import type { Context } from "#server/rpc/context";
import { iso } from "#server/kernel/inputs";
import { requireRecentAuthentication } from "#server/core/sessions/reauthentication";
import type { SignedIn } from "#server/core/sessions/sessions";
import { readOrganizationRecords } from "./organization-records";
import { readPersonalRecords } from "./personal-records";
import { type AccountExport, MAX_LIST_LENGTH } from "./schemas";

/**
 * Exports the personal data of the caller, as a download.
 * @throws DomainError `REAUTHENTICATION_REQUIRED`
 */
export async function exportAccount(
  { db, services, response }: Context,
  { user, session }: Pick<SignedIn, "user" | "session">,
): Promise<AccountExport> {
  const now = services.now();
  requireRecentAuthentication(session.authenticatedAt, now);
  const [own, inOrganizations] = await Promise.all([
    readPersonalRecords(db, user.id),
    readOrganizationRecords(db, user, now),
  ]);
  const exportedAt = iso(now);
  response.headers["content-disposition"] =
    `attachment; filename="account-${exportedAt.slice(0, 10)}.json"`;
  return {
    exportedAt,
    maxListLength: MAX_LIST_LENGTH,
    ...own,
    ...inOrganizations,
  };
}
