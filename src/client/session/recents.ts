import { createSignal, untrack } from "solid-js";

/** Something that the user chose in the command palette. */
export interface Recent {
  /** The kind of the thing, or `"command"`. */
  kind: string;
  id: string;
  /** The name of a thing and what distinguishes it; a command has them in the language of the page. */
  name: string;
  detail?: string;
  /** The page of a thing, if it has one. */
  href?: string;
}

interface Stored {
  userId: string;
  organizationId: string;
  recents: Recent[];
}

const STORAGE_KEY = "tenantry.recents";
const KEPT = 5;

const [stored, setStored] = createSignal(readStored());

/** Returns what the user chose last in the organization, the latest first. */
export function recentsOf(userId: string, organizationId: string): Recent[] {
  const known = stored();
  return known?.userId === userId && known.organizationId === organizationId
    ? known.recents
    : [];
}

/** Stores a choice, in this browser, for this user and the organization that they visited last. */
export function rememberRecent(
  userId: string,
  organizationId: string,
  recent: Recent,
): void {
  const others = untrack(() => recentsOf(userId, organizationId)).filter(
    ({ kind, id }) => kind !== recent.kind || id !== recent.id,
  );
  const next = {
    userId,
    organizationId,
    recents: [recent, ...others].slice(0, KEPT),
  };
  setStored(next);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // If the browser blocks storage, the choices are remembered until the page is reloaded.
  }
}

export function forgetRecents(): void {
  setStored(undefined);
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // If the browser blocks storage, nothing is stored.
  }
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
  const { userId, organizationId, recents } = value;
  return (
    typeof userId === "string" &&
    typeof organizationId === "string" &&
    Array.isArray(recents) &&
    recents.every(isRecent)
  );
}

function isRecent(value: unknown): value is Recent {
  if (!isRecord(value)) return false;
  const { kind, id, name, detail, href } = value;
  return (
    [kind, id, name].every((text) => typeof text === "string") &&
    [detail, href].every((text) =>
      ["string", "undefined"].includes(typeof text),
    ) &&
    (href === undefined || (typeof href === "string" && /^\/[^/\\]/.test(href)))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
