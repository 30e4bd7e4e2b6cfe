// @ts-check

const STORAGE_KEY = "tenantry.reference.language";

/** Makes the tabs work. The chosen language holds for all operations and is kept for the next visit. */
export function startTabs() {
  document.addEventListener("click", ({ target }) => {
    if (isTab(target)) choose(target.dataset.language ?? "");
  });
  document.addEventListener("keydown", (event) => {
    const next = isTab(event.target) && neighbor(event.target, event.key);
    if (!next) return;
    event.preventDefault();
    choose(next.dataset.language ?? "");
    next.focus();
  });
  const stored = storedLanguage();
  if (document.querySelector(`[role=tab][data-language="${stored}"]`))
    choose(stored);
}

/**
 * @param {EventTarget | null} target
 * @returns {target is HTMLButtonElement}
 */
function isTab(target) {
  return target instanceof HTMLButtonElement && target.matches("[role=tab]");
}

/**
 * The tab to which an arrow key moves.
 * @param {HTMLElement} tab
 * @param {string} key
 */
function neighbor(tab, key) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
  if (step === undefined) return undefined;
  const tabs = [...(tab.parentElement?.children ?? [])].filter(isTab);
  const at = tabs.findIndex((one) => one === tab);
  return tabs[(at + step + tabs.length) % tabs.length];
}

/** @param {string} language */
function choose(language) {
  for (const tab of [...document.querySelectorAll("[role=tab]")].filter(
    isTab,
  )) {
    const isChosen = tab.dataset.language === language;
    tab.ariaSelected = String(isChosen);
    tab.tabIndex = isChosen ? 0 : -1;
  }
  for (const panel of document.querySelectorAll("[role=tabpanel]"))
    panel.toggleAttribute(
      "hidden",
      panel.getAttribute("data-language") !== language,
    );
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // Storage may be forbidden; the choice then holds for this visit.
  }
}

function storedLanguage() {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? "";
  } catch {
    return "";
  }
}
