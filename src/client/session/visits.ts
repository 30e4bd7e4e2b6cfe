import { createSignal, untrack } from "solid-js";

/** Where somebody was in an organization when they left it. */
interface Visit {
  organizationId: string;
  /** The address below the organization's: `/projects?status=archived`, empty for the dashboard. */
  page: string;
}

interface Stored {
  userId: string;
  /** The organization visited last first. */
  visits: Visit[];
}

const STORAGE_KEY = "tenantry.visits";
const KEPT = 50;

const [stored, setStored] = createSignal(readStored());

/** Notes the page in front of the reader; kept in this browser, for this person only. */
export function rememberVisit(
  userId: string,
  organizationId: string,
  page: string,
): void {
  const others = untrack(() => visitsOf(userId)).filter(
    (visit) => visit.organizationId !== organizationId,
  );
  const visits = [{ organizationId, page }, ...others].slice(0, KEPT);
  setStored({ userId, visits });
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify({ userId, visits }));
  } catch {
    // Storage may be forbidden or full; the pages are then remembered as long as the tab lives.
  }
}

/** The address of the page somebody saw last in an organization. */
export function lastPage(
  userId: string,
  organization: { id: string; slug: string },
): string {
  const visit = visitsOf(userId).find(
    ({ organizationId }) => organizationId === organization.id,
  );
  return `/o/${organization.slug}${visit?.page ?? ""}`;
}

/** Ids of organizations, the one visited last first. */
export function recentOrganizations(userId: string): string[] {
  return visitsOf(userId).map(({ organizationId }) => organizationId);
}

export function forgetVisits(): void {
  setStored(undefined);
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // Nothing was stored then.
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

/** Another version of the program, or anybody with the developer tools, may have written it. */
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
