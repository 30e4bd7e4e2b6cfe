import { and, asc, eq, gt, sql } from "drizzle-orm";
import { normalizeEmail } from "../../../shared/fields";
import { users } from "../../auth/schema";
import { globOf } from "../../db/glob";
import type { TenantDb } from "../../db/tenant";
import { defineQuery } from "../../db/tenant-reader";
import { toPage } from "../../inputs";
import { memberships } from "./schema";
import { memberFields } from "./service";
import { toMembership } from "./shapes";

/** What narrows the list: words of a name or an address, in any case, and a role. */
export interface MemberFilter {
  q?: string | undefined;
  role?: string | undefined;
}

// One for each way of narrowing: only a condition that stands there finds its index.
const membersByAge = query({});
const membersWithRole = query({ role: true });
const membersWithWords = query({ words: true });
const membersWithBoth = query({ role: true, words: true });

/** The members that fit, oldest first. */
export async function listMembers(
  db: TenantDb,
  { q = "", role }: MemberFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const words = q.trim();
  const rows = await db.all(queryFor(words, role), {
    cursor: cursor ?? "",
    limit: limit + 1,
    role: role ?? null,
    ...patternsOf(words),
  });
  return toPage(rows, limit, (row) => row.id, toMembership);
}

function queryFor(words: string, role: string | undefined) {
  if (words === "") return role === undefined ? membersByAge : membersWithRole;
  return role === undefined ? membersWithWords : membersWithBoth;
}

/** An accent is a letter of its own in some names, and a part of its letter in others: whoever looks does not see it. */
function patternsOf(words: string) {
  const composed = words.normalize("NFC");
  const decomposed = words.normalize("NFD");
  return {
    address: normalizeEmail(words),
    composed: globOf(composed),
    decomposed: composed === decomposed ? null : globOf(decomposed),
  };
}

function query(by: { role?: true; words?: true }) {
  return defineQuery<{
    cursor: string;
    limit: number;
    role: string | null;
    address: string;
    composed: string;
    decomposed: string | null;
  }>()((db, value) =>
    db
      .join(memberships, users, eq(users.id, memberships.userId), memberFields)
      .where(
        and(
          gt(memberships.id, value("cursor")),
          by.role && eq(memberships.role, value("role")),
          by.words &&
            sql`(instr(${users.email}, ${value("address")}) > 0
              or ${users.name} glob ${value("composed")} or ${users.name} glob ${value("decomposed")})`,
        ),
      )
      .orderBy(asc(memberships.id))
      .limit(value("limit")),
  );
}
