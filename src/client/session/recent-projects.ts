import { createSignal, untrack } from "solid-js";

const STORAGE_KEY = "tenantry.recent-projects";
const MOST = 5;
const MOST_ORGANIZATIONS = 20;

/** The ids of the projects that a user opened in this browser, for each organization the latest first. */
interface Stored {
  userId: string;
  projects: Record<string, readonly string[]>;
}

const [stored, setStored] = createSignal(read());

/** Stores that a user opened a project, in this browser and for this user only. */
export function rememberProject(
  userId: string,
  organizationId: string,
  projectId: string,
): void {
  const known = untrack(() => projectsOf(userId));
  const { [organizationId]: before = [], ...others } = known;
  const recent = [projectId, ...before.filter((id) => id !== projectId)];
  const entries = [
    [organizationId, recent.slice(0, MOST)] as const,
    ...Object.entries(others),
  ].slice(0, MOST_ORGANIZATIONS);
  const value = { userId, projects: Object.fromEntries(entries) };
  setStored(value);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(value));
  } catch {
    // If the browser blocks storage, the projects are remembered until the page is reloaded.
  }
}

/** Returns the ids of the projects that a user opened in an organization, the latest first. */
export function recentProjects(
  userId: string,
  organizationId: string,
): readonly string[] {
  return projectsOf(userId)[organizationId] ?? [];
}

export function forgetProjects(): void {
  setStored(undefined);
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // If the browser blocks storage, no projects are stored.
  }
}

function projectsOf(userId: string): Stored["projects"] {
  const known = stored();
  return known?.userId === userId ? known.projects : {};
}

function read(): Stored | undefined {
  try {
    const text = localStorage.getItem(STORAGE_KEY) ?? "null";
    const value: unknown = JSON.parse(text);
    return isStored(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The stored value is checked, because another version of the program may have written it. */
function isStored(value: unknown): value is Stored {
  if (!isRecord(value) || typeof value.userId !== "string") return false;
  return isRecord(value.projects) && Object.values(value.projects).every(isIds);
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
