import { lookAt } from "../audit/chain";
import { describeFinding } from "../audit/describe";
import { anchorOf } from "../audit/verify";
import type { Config } from "../config";
import { createSigner } from "../crypto";
import type { Database } from "../db/client";

interface Wanted {
  /** Slug or id; every organization when left out. */
  org?: string | undefined;
  /** `seq:hash` of an earlier look, together with `org`. */
  anchor?: string | undefined;
}

/**
 * Looks at the audit log of one organization, or of all.
 * @returns a line for each organization, and whether all are what was written
 * @throws Error when there is no such organization, or an anchor does not say of which one it is
 */
export async function verifyAudit(
  { client }: Database,
  { secret }: Pick<Config, "secret">,
  { org, anchor }: Wanted,
): Promise<{ lines: string[]; isSound: boolean }> {
  if (anchor !== undefined && org === undefined)
    throw new Error("Name the organization of the anchor with --org.");
  const { rows } = await client.execute({
    sql: "select id, slug from organizations where ?1 is null or id = ?1 or slug = ?1 order by slug",
    args: [org ?? null],
  });
  if (org !== undefined && rows.length === 0)
    throw new Error(`There is no organization ${org}.`);
  const signer = createSigner(secret, "audit");
  const lines: string[] = [];
  let isSound = true;
  for (const { id, slug } of rows) {
    const looked = await lookAt(client, signer, String(id), anchor);
    isSound &&= looked.finding === null;
    lines.push(`${String(slug)}: ${inWords(looked)}`);
  }
  return { lines, isSound };
}

function inWords({
  rows,
  unchained,
  head,
  finding,
}: Awaited<ReturnType<typeof lookAt>>): string {
  if (finding) return describeFinding(finding);
  const older =
    unchained > 0 ? `, after ${unchained} from before the chain` : "";
  return `${rows} events are what was written${older}. Anchor: ${anchorOf(head)}`;
}
