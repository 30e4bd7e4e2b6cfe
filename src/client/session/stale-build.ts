const STORAGE_KEY = "tenantry.reloaded-at";
const PAUSE_MS = 60_000;

/**
 * After an upgrade, an open page requests files of the former build, which are gone. Reloads the page, at most once a
 * minute; after that the error page is shown.
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
    // Without storage, reloading could loop.
    return false;
  }
}
