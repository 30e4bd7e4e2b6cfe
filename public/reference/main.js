// @ts-check
// The scripts of the API reference. The page can be read without them.
import { startCopyButtons } from "./copy.js";
import { clearSearch, startSearch } from "./search.js";
import { startTabs } from "./tabs.js";
import { startTryIt } from "./try-it.js";

startSearch();
startTabs();
startCopyButtons();
startTryIt();
addEventListener("hashchange", showTarget);
// `toggle` does not bubble, so it is caught on its way down.
document.addEventListener("toggle", ({ target }) => addressOf(target), true);
showTarget();

/** Shows what the address names: clears a search that hides it, and opens the parts around it. */
function showTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.closest("[hidden]")) clearSearch();
  for (
    let part = target.closest("details");
    part;
    part = part.parentElement?.closest("details") ?? null
  )
    part.open = true;
  target.scrollIntoView();
}

/**
 * Puts an operation that was opened into the address, so that the user can copy the link.
 * @param {EventTarget | null} target
 */
function addressOf(target) {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  const content = target.matches(".operation")
    ? target.querySelector(".content")
    : null;
  if (content) history.replaceState(null, "", `#${content.id}`);
}
