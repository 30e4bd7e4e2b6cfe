import { createSignal } from "solid-js";
import type { Permission } from "#shared/permissions.ts";
import { readStored, writeStored } from "./stored.ts";

/** The columns that the user can choose, in their order. The name is always shown. */
export const COLUMNS = [
  "status",
  "role",
  "lastActive",
  "twoFactor",
  "joined",
  "invitedBy",
  "projects",
] as const;

export type ColumnId = (typeof COLUMNS)[number];

/** The columns in which invitations have no value. */
export const ONLY_OF_MEMBERS: readonly ColumnId[] = [
  "lastActive",
  "twoFactor",
  "projects",
];

/** A card on a phone shows what a row must show. The drawer shows the rest. */
const ON_PHONE: readonly ColumnId[] = ["status", "role", "lastActive"];

/** A window between a phone and a desktop has no room for all columns. */
const ON_TABLET: readonly ColumnId[] = [
  "status",
  "role",
  "lastActive",
  "twoFactor",
  "joined",
];

const NEEDS: Partial<Record<ColumnId, Permission>> = {
  lastActive: "member:update",
  twoFactor: "member:update",
  projects: "project:read",
};

const STORAGE_KEY = "tenantry.people.columns";

const [chosen, setChosen] = createSignal(columnsIn(readStored(STORAGE_KEY)));

/** The columns that the user has chosen in this browser; by default as many as the window has room for. */
export function chosenColumns(): readonly ColumnId[] {
  return chosen() ?? fittingColumns();
}

export function chooseColumns(columns: readonly ColumnId[]): void {
  // In the order of the table, so that equal choices are stored alike.
  const ordered = COLUMNS.filter((column) => columns.includes(column));
  setChosen(ordered);
  writeStored(STORAGE_KEY, ordered);
}

/** Returns the columns that a user may see. */
export function visibleColumns(
  can: (permission: Permission) => boolean,
): ColumnId[] {
  return COLUMNS.filter((column) => {
    const permission = NEEDS[column];
    return permission === undefined || can(permission);
  });
}

/** Returns the known columns in a stored value, which another version of the program may have written. */
export function columnsIn(value: unknown): readonly ColumnId[] | undefined {
  return Array.isArray(value)
    ? COLUMNS.filter((column) => value.includes(column))
    : undefined;
}

function fittingColumns(): readonly ColumnId[] {
  if (matchMedia("(width < 40rem)").matches) return ON_PHONE;
  return matchMedia("(width < 75rem)").matches ? ON_TABLET : COLUMNS;
}
