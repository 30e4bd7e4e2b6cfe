import { createSignal } from "solid-js";
import { useOrganization } from "#sdk/solid.ts";
import { columnsIn } from "../columns.ts";
import { readStored, writeStored } from "../stored.ts";
import { type View, viewQueryOf } from "./view.ts";

const STORAGE_KEY = "tenantry.people.views";
/** More views than a row of links can show are of no use. */
const MOST_VIEWS = 20;

/** The views that users have saved in this browser, by user and organization. */
type Stored = Readonly<Record<string, readonly View[]>>;

const [stored, setStored] = createSignal(storedIn(readStored(STORAGE_KEY)));

/** Returns the views that the user has saved for the organization in this browser. */
export function useSavedViews() {
  const { user, organization } = useOrganization();
  const key = () => `${user().id} ${organization().id}`;
  const views = (): readonly View[] => stored()[key()] ?? [];
  const write = (next: readonly View[]) => {
    setStored((before) => ({ ...before, [key()]: next.slice(-MOST_VIEWS) }));
    writeStored(STORAGE_KEY, stored());
  };
  return {
    views,
    /** Saves a view. It replaces the view with the same name. */
    save: (view: Required<Omit<View, "id">>) =>
      write([
        ...views().filter(({ name }) => name !== view.name),
        { ...view, id: `saved ${view.name}` },
      ]),
    /** Puts all views back as they were. */
    restore: write,
    remove: ({ id }: View) => write(views().filter((view) => view.id !== id)),
  };
}

/** Returns the views in a stored value, which another version of the program may have written. */
export function storedIn(value: unknown): Stored {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, views]) => [key, viewsIn(views)]),
  );
}

function viewsIn(value: unknown): readonly View[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((view: unknown): View[] => {
    if (typeof view !== "object" || view === null) return [];
    const { name, query, columns } = view as Record<string, unknown>;
    const known = columnsIn(columns);
    return typeof name === "string" && typeof query === "string" && known
      ? [
          {
            id: `saved ${name}`,
            name,
            query: viewQueryOf(query),
            columns: known,
          },
        ]
      : [];
  });
}
