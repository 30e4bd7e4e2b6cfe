import { createSignal } from "solid-js";

/** The theme that the user has chosen; `system` follows the device. */
export type ThemeChoice = "system" | "light" | "dark";

/** The script public/before-paint.js reads the same key before the first paint. */
const STORAGE_KEY = "tenantry.theme";
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

const [choice, setChoice] = createSignal<ThemeChoice>(readStored());
const [systemDark, setSystemDark] = createSignal(systemIsDark.matches);

systemIsDark.addEventListener("change", (event) =>
  setSystemDark(event.matches),
);
window.addEventListener("storage", (event) => {
  if (event.key === STORAGE_KEY) apply(readStored());
});

/** The theme that the user has chosen, for the control that changes it. */
export const themeChoice = choice;

/** Returns the visible theme. Charts need it, because CSS alone cannot style a canvas. */
export function theme(): "light" | "dark" {
  const chosen = choice();
  if (chosen !== "system") return chosen;
  return systemDark() ? "dark" : "light";
}

/** Changes the theme in this tab. Other tabs follow, because they listen to changes of the storage. */
export function chooseTheme(next: ThemeChoice): void {
  apply(next);
  try {
    if (next === "system") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // If the browser blocks storage, the choice applies until the page is reloaded.
  }
}

function apply(next: ThemeChoice): void {
  setChoice(next);
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
}

function readStored(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === "light" || stored === "dark" ? stored : "system";
  } catch {
    return "system";
  }
}
