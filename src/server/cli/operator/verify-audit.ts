import {
  anchorOf,
  type AnchoredVerification,
  verifyWithAnchor,
} from "#server/kernel/audit/verify-with-anchor";
import { describeFinding } from "#server/kernel/audit/describe";
import { signAudit } from "#server/kernel/audit/sign";
import type { Config } from "#server/kernel/config/config";
import { createSigner } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";

interface Selection {
  /** The slug or id of an organization; undefined for all organizations. */
  org?: string | undefined;
  /** An anchor `seq:hash` from an earlier verification; only valid together with `org`. */
  anchor?: string | undefined;
}

interface Report {
  /** One line for each organization. */
  lines: string[];
  /** Whether the verification found no problem. */
  isSound: boolean;
}

/**
 * Verifies the audit log of one organization, or of all.
 * @throws Error for an unknown organization, or an anchor without an organization
 */
export async function verifyAudit(
  { client }: Database,
  { secret }: Pick<Config, "secret">,
  { org, anchor }: Selection,
): Promise<Report> {
  if (anchor !== undefined && org === undefined)
    throw new Error(
      "--anchor needs --org: name the organization of the anchor.",
    );
  const signer = createSigner(secret, "audit");
  return eachLog(client, org, (orgId) =>
    verifyWithAnchor(client, signer, orgId, anchor),
  );
}

/**
 * Signs the heads of the audit logs again after a change of `APP_SECRET`. A log is skipped if its verification fails,
 * or if neither the current secret nor a previous one signed its head.
 * @param unsigned also signs a head that none of these secrets signed
 * @throws Error for an unknown organization
 */
export function signAuditAgain(
  { client }: Database,
  { secret, previousSecrets }: Pick<Config, "secret" | "previousSecrets">,
  { org, unsigned }: Pick<Selection, "org"> & { unsigned: boolean },
): Promise<Report> {
  const signer = createSigner(secret, "audit");
  const previous = previousSecrets.map((one) => createSigner(one, "audit"));
  return eachLog(client, org, async (orgId) => {
    const accepted = { previous, unsigned };
    const { fault, ...found } = await signAudit(
      client,
      signer,
      orgId,
      accepted,
    );
    const hint = fault?.kind === "signature" ? HOW_TO_SIGN : "";
    return { ...found, finding: fault, hint };
  });
}

const HOW_TO_SIGN =
  " Not signed: set APP_SECRET_PREVIOUS to the former secret. If events were added since the change, review them, then use --unsigned.";

async function eachLog(
  client: Database["client"],
  org: string | undefined,
  check: (orgId: string) => Promise<AnchoredVerification & { hint?: string }>,
): Promise<Report> {
  const { rows } = await client.execute({
    sql: "select id, slug from organizations where ?1 is null or id = ?1 or slug = ?1 order by slug",
    args: [org ?? null],
  });
  if (org !== undefined && rows.length === 0)
    throw new Error(`Organization ${org} was not found.`);
  const lines: string[] = [];
  let isSound = true;
  for (const { id, slug } of rows) {
    const result = await check(String(id));
    isSound &&= result.finding === null;
    lines.push(`${String(slug)}: ${describe(result)}${result.hint ?? ""}`);
  }
  return { lines, isSound };
}

function describe({
  rows,
  unchained,
  head,
  finding,
}: AnchoredVerification): string {
  if (finding) return describeFinding(finding);
  const older =
    unchained > 0
      ? `, after ${unchained} events from before the audit chain`
      : "";
  return `${rows} events are unchanged${older}. Anchor: ${anchorOf(head)}`;
}
