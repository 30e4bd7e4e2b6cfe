import { createSignal } from "solid-js";

/** The chosen theme; `system` follows the device. */
export type ThemeChoice = "system" | "light" | "dark";

/** The key is read by public/theme.js before the first paint. */
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

/** The choice, for its control. */
export const themeChoice = choice;

/** The visible theme, for charts, which CSS alone cannot style. */
export function theme(): "light" | "dark" {
  const chosen = choice();
  if (chosen !== "system") return chosen;
  return systemDark() ? "dark" : "light";
}

/** Changes the theme in this tab and, through storage, in all others. */
export function chooseTheme(next: ThemeChoice): void {
  apply(next);
  try {
    if (next === "system") localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, next);
  } catch {
    // Storage may be blocked; then the choice lasts as long as the tab.
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
