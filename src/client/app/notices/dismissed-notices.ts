import { createSignal } from "solid-js";

const STORAGE_KEY = "tenantry.dismissed-notices";

const [dismissed, setDismissed] = createSignal(read());

/** Whether the user has hidden this notice in this tab. */
export function isDismissed(notice: string): boolean {
  return dismissed().includes(notice);
}

export function dismiss(notice: string): void {
  const notices = [...dismissed(), notice];
  setDismissed(notices);
  try {
    sessionStorage.setItem(STORAGE_KEY, notices.join(" "));
  } catch {
    // If the browser blocks storage, the notice stays hidden only until the page is reloaded.
  }
}

function read(): string[] {
  try {
    return sessionStorage.getItem(STORAGE_KEY)?.split(" ") ?? [];
  } catch {
    return [];
  }
}
