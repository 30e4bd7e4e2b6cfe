import { tmpdir } from "node:os";
import { join } from "node:path";
import { can } from "#shared/permissions";
import type { Caller } from "#server/core/caller";
import type { Context } from "#server/rpc/context";
import { exportOrganization, readOnce } from "./export";

/** A download costs this many units of the rate limit `heavyRead`. */
const DOWNLOAD_UNITS = 300;

/**
 * Exports the organization of the caller into a temporary file, and returns the text of the file. The file exists first,
 * because a transaction of the database would otherwise stay open for as long as the caller takes to read.
 */
export async function downloadOf({
  caller,
  services,
  response,
}: Pick<Context, "services" | "response"> & {
  caller: Caller;
}): Promise<AsyncIterable<string>> {
  const { organization, currentGrants } = caller;
  await services.limits.consume("heavyRead", caller.id, DOWNLOAD_UNITS);
  const path = join(tmpdir(), `tenantry-export-${crypto.randomUUID()}.jsonl`);
  await exportOrganization(services.config.database, organization.id, path);
  const day = new Date(services.now()).toISOString().slice(0, 10);
  response.headers["content-type"] = "application/jsonl; charset=utf-8";
  response.headers["content-disposition"] =
    `attachment; filename="${organization.slug}-${day}.tenantry.jsonl"`;
  return readOnce(path, async () => {
    const grants = await currentGrants();
    return grants !== undefined && can(grants, "organization:delete");
  });
}
