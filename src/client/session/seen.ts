const STORAGE_KEY = "tenantry.seen";
const MAX_ENTRIES = 200;

/** Whether a user has opened a page or dismissed a hint before, in this browser. */
export function hasSeen(userId: string, what: string): boolean {
  return read().includes(entryOf(userId, what));
}

export function markSeen(userId: string, what: string): void {
  const entry = entryOf(userId, what);
  const seen = read();
  if (seen.includes(entry)) return;
  try {
    localStorage.setItem(
      STORAGE_KEY,
      JSON.stringify([entry, ...seen].slice(0, MAX_ENTRIES)),
    );
  } catch {
    // If the browser blocks storage, nothing counts as seen.
  }
}

function entryOf(userId: string, what: string): string {
  return `${userId} ${what}`;
}

function read(): string[] {
  try {
    const seen: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "[]");
    return Array.isArray(seen)
      ? seen.filter((entry) => typeof entry === "string")
      : [];
  } catch {
    return [];
  }
}
