import type { TenantDb } from "#server/kernel/db/tenant-db";
import { together } from "#server/kernel/db/together";
import { newId } from "#shared/id";
import {
  conflictRetry,
  type DomainError,
  invalidField,
} from "#server/kernel/errors";
import { encodeImage } from "#server/kernel/images/encode";
import { momentOfChange } from "#server/kernel/audit/unchanged";
import { organizations } from "#server/core/organizations/table";
import { logos } from "./table";
import { type CallerRole, toOrganization } from "./schemas";

type OrganizationRow = typeof organizations.$inferSelect;
type LogoRow = typeof logos.$inferSelect;

/**
 * @param base64 a PNG, JPEG or WebP image in base64
 * @throws DomainError INVALID_INPUT, at `image`; BUSY
 */
export async function setLogo(db: TenantDb, role: CallerRole, base64: string) {
  const image = await db.callExternal("picture", () =>
    encodeImage(Buffer.from(base64, "base64")),
  );
  const [before, stored] = await together([
    db.readRoot(organizations),
    readLogos(db),
  ]);
  deleteLogos(db, stored);
  const id = newId("logo");
  const times = { createdAt: db.now };
  db.insert(logos, { id, image, size: image.length, ...times }, conflict);
  return show(db, role, before, `/api/logos/${id}`);
}

export async function removeLogo(
  db: TenantDb,
  role: CallerRole,
): Promise<void> {
  const [before, stored] = await together([
    db.readRoot(organizations),
    readLogos(db),
  ]);
  if (before.logoUrl === null) return;
  deleteLogos(db, stored);
  show(db, role, before, null);
}

/** Reads the stored logo of the organization; there may be none. */
export async function readLogos(db: TenantDb): Promise<LogoRow[]> {
  return db.from(logos);
}

/**
 * Checks a new logo URL, and deletes the stored logo if the URL changes. The URL can be null, the current URL or an
 * external URL; the interface does not load an external logo, but API clients can use it.
 */
export function replaceLogoUrl(
  db: TenantDb,
  before: OrganizationRow,
  stored: readonly LogoRow[],
  logoUrl: string | null | undefined,
): void {
  if (logoUrl === undefined || logoUrl === before.logoUrl) return;
  if (logoUrl?.startsWith("/"))
    throw invalidField("logoUrl", "LOGO_NOT_UPLOADED");
  deleteLogos(db, stored);
}

function show(
  db: TenantDb,
  role: CallerRole,
  before: OrganizationRow,
  logoUrl: string | null,
) {
  const changes = { logoUrl, updatedAt: momentOfChange(db.now, before) };
  return toOrganization(
    db.updateRoot(organizations, before, changes, conflict),
    role,
  );
}

/** Deletes the stored logo of the organization, so that the URL of the logo stops working. */
function deleteLogos(db: TenantDb, stored: readonly LogoRow[]): void {
  for (const row of stored) db.remove(logos, row, conflict);
}

/** The conflict when another admin has changed the logo at the same moment: an organization can have only one logo. */
function conflict(): DomainError {
  return conflictRetry("STALE");
}
