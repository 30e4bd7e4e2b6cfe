import { eq } from "drizzle-orm";
import { slugify, slugSchema } from "#shared/slug";
import type { Database } from "#server/kernel/db/client";
import { conflictRetry, DomainError } from "#server/kernel/errors";
import { formerSlugs, organizations } from "./table";

export const slugTaken = () => new DomainError("SLUG_TAKEN");

/** The error for a proposed slug that another organization took. The call runs again with another proposal. */
export const proposedSlugTaken = () => conflictRetry("SLUG_TAKEN");

/** Proposes a free slug for an organization whose creator did not choose one. */
export async function proposeSlug(db: Database, name: string): Promise<string> {
  const proposed =
    slugify(name).slice(0, 40).replace(/-+$/, "") || "organization";
  if (slugSchema.safeParse(proposed).success && !(await isTaken(db, proposed)))
    return proposed;
  return `${proposed}-${crypto.randomUUID().slice(0, 6)}`;
}

async function isTaken({ drizzle }: Database, slug: string): Promise<boolean> {
  const [current, former] = await Promise.all([
    drizzle
      .select({ id: organizations.id })
      .from(organizations)
      .where(eq(organizations.slug, slug))
      .get(),
    drizzle
      .select({ slug: formerSlugs.slug })
      .from(formerSlugs)
      .where(eq(formerSlugs.slug, slug))
      .get(),
  ]);
  return current !== undefined || former !== undefined;
}

/** How many similar slugs are tried to suggest one for a taken slug. */
const SUGGESTIONS = 8;

/**
 * Checks whether an organization could take the slug, and suggests a similar one if it could not. It says no more about
 * other organizations than creating one does.
 */
export async function checkSlug(
  db: Database,
  slug: string,
  /** `org`: the user's organization that is to get the slug, by its slug or id. */
  caller: { userId: string; org: string | undefined },
  now: number,
): Promise<{ isAvailable: boolean; suggestion: string | null }> {
  const similar = similarSlugs(slug);
  const taken = await takenOf(db, [slug, ...similar], caller, now);
  const isAvailable = !taken.has(slug);
  const free = similar.find((one) => !taken.has(one));
  return { isAvailable, suggestion: isAvailable ? null : (free ?? null) };
}

/** Returns the slug with the next numbers at its end: `"acme"` → `"acme-2"`, `"acme-3"` … */
function similarSlugs(slug: string): string[] {
  const [, stem = slug, number = "1"] = /^(.*?)-(\d{1,3})$/.exec(slug) ?? [];
  const base = stem.slice(0, 44).replace(/-+$/, "");
  return Array.from(
    { length: SUGGESTIONS },
    (_, index) => `${base}-${Number(number) + 1 + index}`,
  );
}

async function takenOf(
  { client }: Database,
  slugs: readonly string[],
  { userId, org }: { userId: string; org: string | undefined },
  now: number,
): Promise<Set<string>> {
  const { rows } = await client.execute({
    sql: `with wanted as (select value as slug from json_each(?1)), own as (
        select o.id from organizations o join memberships m on m.org_id = o.id and m.user_id = ?2
        where o.id = ?3 or o.slug = ?3)
      select slug from wanted
      where exists (select 1 from organizations o where o.slug = wanted.slug and o.id not in (select id from own))
        or exists (select 1 from former_slugs f where f.slug = wanted.slug and f.held_until > ?4
          and f.org_id not in (select id from own))`,
    args: [JSON.stringify(slugs), userId, org ?? null, now],
  });
  return new Set(rows.map((row) => String(row.slug)));
}

/**
 * Finds the organization that had this slug before, if the user is a member or the API key belongs to it.
 * @returns the current slug, and the end of the reservation of the former slug in milliseconds since 1970 UTC.
 * Afterwards another organization can take the former slug, so it must not redirect any longer.
 */
export async function findFormerSlug(
  { client }: Database,
  slug: string,
  /** `orgId`: the organization of the API key; a key finds no other one. */
  { userId, orgId }: { userId: string | undefined; orgId: string | undefined },
): Promise<{ slug: string; heldUntil: number } | undefined> {
  const { rows } = await client.execute({
    sql: `select o.slug, f.held_until from former_slugs f
      join organizations o on o.id = f.org_id and o.deleted_at is null
      where f.slug = ?1 and case when ?2 is not null then o.id = ?2
        else exists (select 1 from memberships where org_id = o.id and user_id = ?3) end`,
    args: [slug.toLowerCase(), orgId ?? null, userId ?? null],
  });
  const [row] = rows;
  return row && { slug: String(row.slug), heldUntil: Number(row.held_until) };
}
