const STORAGE_KEY = "tenantry.reloaded-at";
const PAUSE_MS = 60_000;

/**
 * After an upgrade, a page that is still open asks for files of the former build, which are gone. It is loaded anew,
 * at most once a minute: if that does not help, the error page is shown.
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
    // Without storage nothing would end a loop of reloads.
    return false;
  }
}
