import { createSignal, untrack } from "solid-js";

/** The page of an organization that the user visited last. */
interface Visit {
  organizationId: string;
  /** The path after the organization's own path: `/projects?status=archived`; empty for the dashboard. */
  page: string;
}

interface Stored {
  userId: string;
  /** The visits to organizations, the latest visit first. */
  visits: Visit[];
}

const STORAGE_KEY = "tenantry.visits";
const MAX_ENTRIES = 50;

const [stored, setStored] = createSignal(readStored());

/** Stores the current page of an organization, in this browser and for this user only. */
export function rememberVisit(
  userId: string,
  organizationId: string,
  page: string,
): void {
  const others = untrack(() => visitsOf(userId)).filter(
    (visit) => visit.organizationId !== organizationId,
  );
  const visits = [{ organizationId, page }, ...others].slice(0, MAX_ENTRIES);
  setStored({ userId, visits });
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ userId, visits }));
  } catch {
    // If the browser blocks storage, the visits are remembered until the page is reloaded.
  }
}

/** Returns the path of the page that a user visited last in an organization. */
export function lastPage(
  userId: string,
  organization: { id: string; slug: string },
): string {
  const visit = visitsOf(userId).find(
    ({ organizationId }) => organizationId === organization.id,
  );
  return `/o/${organization.slug}${visit?.page ?? ""}`;
}

/** Returns the ids of the visited organizations, the latest visit first. */
export function recentOrganizations(userId: string): string[] {
  return visitsOf(userId).map(({ organizationId }) => organizationId);
}

export function forgetVisits(): void {
  setStored(undefined);
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // If the browser blocks storage, no visits are stored.
  }
}

function visitsOf(userId: string): Visit[] {
  const known = stored();
  return known?.userId === userId ? known.visits : [];
}

function readStored(): Stored | undefined {
  try {
    const value: unknown = JSON.parse(
      localStorage.getItem(STORAGE_KEY) ?? "null",
    );
    return isStored(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The stored value is checked, because another version of the program may have written it. */
function isStored(value: unknown): value is Stored {
  if (!isRecord(value)) return false;
  const { userId, visits } = value;
  return (
    typeof userId === "string" && Array.isArray(visits) && visits.every(isVisit)
  );
}

function isVisit(value: unknown): value is Visit {
  if (!isRecord(value)) return false;
  const { organizationId, page } = value;
  return (
    typeof organizationId === "string" &&
    typeof page === "string" &&
    (page === "" || /^\/[^/\\]/.test(page))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
