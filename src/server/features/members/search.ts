import { type Placeholder, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { normalizeEmail } from "#shared/fields";
import { globPattern } from "#server/kernel/db/glob";

/** The forms of a searched text. */
export interface Patterns extends Record<string, unknown> {
  address: string;
  composed: string;
  decomposed: string | null;
}

/** An accented letter can be stored as one character or as two, so the search uses both forms of the text. */
export function patternsOf(words: string): Patterns {
  const composed = words.normalize("NFC");
  const decomposed = words.normalize("NFD");
  return {
    address: normalizeEmail(words),
    composed: globPattern(composed),
    decomposed: composed === decomposed ? null : globPattern(decomposed),
  };
}

/** SQL condition that the searched text is a part of the name or the email address of a user. */
export function matchesWords(
  { email, name }: { email: SQLWrapper; name: SQLWrapper },
  value: (name: "address" | "composed" | "decomposed") => Placeholder,
): SQL {
  return sql`(instr(${email}, ${value("address")}) > 0
    or ${name} glob ${value("composed")} or ${name} glob ${value("decomposed")})`;
}
