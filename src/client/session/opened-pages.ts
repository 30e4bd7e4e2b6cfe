const STORAGE_KEY = "tenantry.seen";
const MAX_ENTRIES = 200;

/** Whether a user has opened a page before, in this browser. */
export function hasOpened(userId: string, page: string): boolean {
  return read().includes(entryOf(userId, page));
}

export function markOpened(userId: string, page: string): void {
  const entry = entryOf(userId, page);
  const seen = read();
  if (seen.includes(entry)) return;
  try {
    localStorage.setItem(
      STORAGE_KEY,
      JSON.stringify([entry, ...seen].slice(0, MAX_ENTRIES)),
    );
  } catch {
    // If the browser blocks storage, no page counts as opened.
  }
}

function entryOf(userId: string, page: string): string {
  return `${userId} ${page}`;
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
