/** The role as which this tab shows an organization. */
export interface View {
  /** The slug of the organization. */
  slug: string;
  role: string;
  roleName: string;
}

const STORAGE_KEY = "tenantry.view-as-role";

/**
 * The view of this document; undefined if the user sees everything as usual. A view begins and ends with a new
 * document, so that no loaded data passes from one side to the other.
 */
export const view: View | undefined = takeStored();
let isSent = view !== undefined;

/** The headers with which the server answers as in the view. */
export function viewHeaders(): Record<string, string> {
  return view && isSent ? { "x-view-as-role": view.role } : {};
}

/** Opens the dashboard of an organization as a member with the role would see it. */
export function startView(next: View): void {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  location.assign(`/o/${next.slug}`);
}

/** Shows the current page as usual again. */
export function exitView(): void {
  forgetView();
  location.reload();
}

/** Ends the view for all further requests of this document, for example to sign out. */
export function forgetView(): void {
  isSent = false;
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Without a storage there is no view.
  }
}

/** Ends the view when the tab shows a page outside the organization. */
export function leaveViewOn(pathname: string, search: string): void {
  if (!view || isOf(view, pathname)) return;
  forgetView();
  // The router changes the URL after it has shown the page.
  setTimeout(() => {
    if (location.pathname === pathname) location.reload();
    else location.assign(pathname + search);
  });
}

/** Reloads a page that the browser kept in memory, if a view has begun or ended since. */
export function reloadOnOtherView(): void {
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted && read()?.role !== view?.role) location.reload();
  });
}

function takeStored(): View | undefined {
  const found = read();
  if (found && isOf(found, location.pathname)) return found;
  if (found) forgetView();
  return undefined;
}

function read(): View | undefined {
  try {
    const stored: unknown = JSON.parse(
      sessionStorage.getItem(STORAGE_KEY) ?? "null",
    );
    return isView(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

function isView(stored: unknown): stored is View {
  return (
    typeof stored === "object" &&
    stored !== null &&
    ["slug", "role", "roleName"].every(
      (name) => typeof Reflect.get(stored, name) === "string",
    )
  );
}

function isOf({ slug }: View, pathname: string): boolean {
  const home = `/o/${slug}`;
  return pathname === home || pathname.startsWith(`${home}/`);
}
