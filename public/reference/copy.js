// @ts-check

/** Makes the copy buttons work. Browsers allow them only on https and localhost. */
export function startCopyButtons() {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLButtonElement && target.matches(".copy"))
      void copy(target);
  });
  document.documentElement.classList.toggle("can-copy", isSecureContext);
}

/** @param {HTMLButtonElement} button */
async function copy(button) {
  const panels = button.parentElement?.querySelectorAll("[role=tabpanel]");
  const shown = [...(panels ?? [])].find((panel) => !panel.matches("[hidden]"));
  await navigator.clipboard.writeText(shown?.textContent ?? "");
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 2000);
}
