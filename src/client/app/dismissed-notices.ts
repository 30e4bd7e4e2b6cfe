import { createSignal } from "solid-js";

const STORAGE_KEY = "tenantry.dismissed-notices";

const [dismissed, setDismissed] = createSignal(read());

/** Whether the reader has put this notice away, since they opened this tab. */
export function isDismissed(notice: string): boolean {
  return dismissed().includes(notice);
}

export function dismiss(notice: string): void {
  const notices = [...dismissed(), notice];
  setDismissed(notices);
  try {
    sessionStorage.setItem(STORAGE_KEY, notices.join(" "));
  } catch {
    // Storage may be forbidden; it is then hidden until the page is loaded anew.
  }
}

function read(): string[] {
  try {
    return sessionStorage.getItem(STORAGE_KEY)?.split(" ") ?? [];
  } catch {
    return [];
  }
}
