const STORAGE_KEY = "tenantry.reloaded-at";
const PAUSE_MS = 60_000;

/**
 * Reloads a page that requests a file of a former build, because the file is gone after an upgrade. Reloads at most
 * once a minute; after that, the error page is shown.
 */
export function reloadOnStaleBuild(): void {
  window.addEventListener("vite:preloadError", (event) => {
    if (!navigator.onLine || !isFirstIn(PAUSE_MS)) return;
    event.preventDefault();
    location.reload();
  });
}

function isFirstIn(milliseconds: number): boolean {
  try {
    const last = Number(sessionStorage.getItem(STORAGE_KEY));
    sessionStorage.setItem(STORAGE_KEY, String(Date.now()));
    return Date.now() - last > milliseconds;
  } catch {
    // If the browser blocks storage, the page is not reloaded, because it could reload without end.
    return false;
  }
}
