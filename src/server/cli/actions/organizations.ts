import { createSigner } from "#server/kernel/crypto";
import { exportOrganization } from "#server/features/organizations/transfer/export";
import { importOrganization } from "#server/features/organizations/transfer/import";
import {
  describeOrganizations,
  findOrganization,
  purgeOrganization,
} from "../operator/organizations";
import { print } from "./attempt";
import { withSharedDatabase } from "./with-database";

export function list(): Promise<void> {
  return withSharedDatabase(async (db) => {
    for (const line of await describeOrganizations(db)) print(line);
  });
}

export function exportTo({
  org,
  file,
}: {
  org: string;
  file?: string;
}): Promise<void> {
  return withSharedDatabase(async (db, config) => {
    const { id, slug } = await findOrganization(db, org);
    const path = file ?? `${slug}.tenantry.jsonl`;
    const { lines } = await exportOrganization(config.database, id, path);
    print(
      `Exported ${slug} to ${path} (${lines} lines). The file has names, email addresses and the audit log: keep it private.`,
    );
  });
}

export function importFrom({
  file,
  slug,
  "dry-run": isDryRun,
}: {
  file: string;
  slug?: string;
  "dry-run": boolean;
}): Promise<void> {
  return withSharedDatabase(async (db, config) => {
    const services = {
      db,
      signer: createSigner(config.secret, "audit"),
      takesPayments: config.billing.provider !== "off",
      now: Date.now(),
    };
    const report = await importOrganization(services, file, { slug, isDryRun });
    const { organization, members, missing, rows, events } = report;
    for (const [table, count] of Object.entries(rows))
      print(`${table}: ${count}`);
    print(`audit events: ${events}`);
    print(`members with a confirmed account here: ${members}`);
    for (const email of missing) print(`without an account here: ${email}`);
    if (missing.length > 0)
      print("Their memberships are left out. Invite them again.");
    const { name, slug: chosen } = organization;
    print(
      isDryRun
        ? `Nothing was stored. Without --dry-run, ${name} becomes ${chosen}.`
        : `Imported ${name} as ${chosen}.`,
    );
  });
}

export function purge({
  org,
  yes,
}: {
  org: string;
  yes: boolean;
}): Promise<void> {
  return withSharedDatabase(async (db) => {
    const { slug } = await findOrganization(db, org);
    if (!yes)
      throw new Error(
        `This permanently deletes ${slug} and everything in it. To confirm, repeat the command with --yes.`,
      );
    await purgeOrganization(db, org, Date.now());
    print(`Purged ${slug}.`);
  });
}
