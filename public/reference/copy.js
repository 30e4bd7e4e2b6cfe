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
  const code = button.parentElement?.querySelector(
    "[role=tabpanel]:not([hidden]) code",
  );
  await navigator.clipboard.writeText(code?.textContent ?? "");
  button.textContent = "Copied";
  setTimeout(() => (button.textContent = "Copy"), 2000);
}
