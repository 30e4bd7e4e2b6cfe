import {
  anchorOf,
  type Looked,
  verifyWithAnchor,
} from "#server/kernel/audit/verify-with-anchor";
import { describeFinding } from "#server/kernel/audit/describe";
import { signAudit } from "#server/kernel/audit/sign";
import type { Config } from "#server/kernel/config/config";
import { createSigner } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";

interface Wanted {
  /** Slug or id; every organization when left out. */
  org?: string | undefined;
  /** `seq:hash` of an earlier look, together with `org`. */
  anchor?: string | undefined;
}

interface Report {
  /** One for each organization. */
  lines: string[];
  /** Whether all are what was written. */
  isSound: boolean;
}

/**
 * Looks at the audit log of one organization, or of all.
 * @throws Error when there is no such organization, or an anchor does not say of which one it is
 */
export async function verifyAudit(
  { client }: Database,
  { secret }: Pick<Config, "secret">,
  { org, anchor }: Wanted,
): Promise<Report> {
  if (anchor !== undefined && org === undefined)
    throw new Error("Name the organization of the anchor with --org.");
  const signer = createSigner(secret, "audit");
  return eachLog(client, org, (orgId) =>
    verifyWithAnchor(client, signer, orgId, anchor),
  );
}

/**
 * Signs the ends of the logs with the program's present secret, after it was changed. A log stays as it is when it is
 * not what was written, or when neither the present secret nor one from before it signed its end.
 * @param unsigned signs also an end that none of these secrets signed
 * @throws Error when there is no such organization
 */
export function signAuditAgain(
  { client }: Database,
  { secret, previousSecrets }: Pick<Config, "secret" | "previousSecrets">,
  { org, unsigned }: Pick<Wanted, "org"> & { unsigned: boolean },
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
  " Not signed: set APP_SECRET_PREVIOUS to the secret from before. If events were added since it changed, look at them, then use --unsigned.";

async function eachLog(
  client: Database["client"],
  org: string | undefined,
  look: (orgId: string) => Promise<Looked & { hint?: string }>,
): Promise<Report> {
  const { rows } = await client.execute({
    sql: "select id, slug from organizations where ?1 is null or id = ?1 or slug = ?1 order by slug",
    args: [org ?? null],
  });
  if (org !== undefined && rows.length === 0)
    throw new Error(`There is no organization ${org}.`);
  const lines: string[] = [];
  let isSound = true;
  for (const { id, slug } of rows) {
    const looked = await look(String(id));
    isSound &&= looked.finding === null;
    lines.push(`${String(slug)}: ${inWords(looked)}${looked.hint ?? ""}`);
  }
  return { lines, isSound };
}

function inWords({ rows, unchained, head, finding }: Looked): string {
  if (finding) return describeFinding(finding);
  const older =
    unchained > 0 ? `, after ${unchained} from before the chain` : "";
  return `${rows} events are what was written${older}. Anchor: ${anchorOf(head)}`;
}
