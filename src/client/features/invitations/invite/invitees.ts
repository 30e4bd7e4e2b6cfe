/** A person to invite, as typed: `kim@example.com admin`. */
export interface TypedInvitee {
  email: string;
  /** The typed role; empty if the person gets the role of the form. */
  word: string;
}

/** The name and the id of a role. */
export interface NamedRole {
  value: string;
  label: string;
}

export function readInvitee(entry: string): TypedInvitee {
  const [email = "", ...words] = entry.trim().split(/\s+/);
  return { email, word: words.join(" ") };
}

/** Returns the id of the role that a word names; undefined for an unknown role. */
export function roleOfWord(
  roles: readonly NamedRole[],
  word: string,
): string | undefined {
  const wanted = word.toLowerCase();
  const found =
    roles.find(({ value }) => value.toLowerCase() === wanted) ??
    roles.find(({ label }) => label.toLowerCase() === wanted);
  return found?.value;
}

/** Splits a pasted list into addresses and the words between them: `kim@example.com`, `admin`, `lee@example.com`. */
export function splitInvitees(text: string): string[] {
  return text
    .replace(/[^,;\n\r\t<>]*<([^<>]*)>/g, " $1 ")
    .split(/[,;\s]+/)
    .filter((word) => word !== "");
}

/**
 * Adds entries to a list. Words after an address are the role of that address, until they name a role. If an address is
 * added again, the new entry replaces the old one.
 */
export function mergeInvitees(
  roles: readonly NamedRole[],
  list: readonly string[],
  more: readonly string[],
): string[] {
  const merged = [...list];
  for (const entry of more) {
    const last = merged.at(-1);
    if (last !== undefined && isWord(entry) && isWithoutRole(roles, last)) {
      merged[merged.length - 1] = `${last} ${entry}`;
      continue;
    }
    const email = emailOf(entry);
    const known = merged.findIndex((one) => emailOf(one) === email);
    if (known >= 0) merged.splice(known, 1);
    merged.push(entry);
  }
  return merged;
}

function emailOf(entry: string): string {
  return readInvitee(entry).email.toLowerCase();
}

/** An address without "@" is no role: it stays an entry that the user can correct. */
function isWord(entry: string): boolean {
  return !/[@.]/.test(readInvitee(entry).email);
}

function isWithoutRole(roles: readonly NamedRole[], entry: string): boolean {
  const { word } = readInvitee(entry);
  return !isWord(entry) && roleOfWord(roles, word) === undefined;
}
