// @ts-check

const field = /** @type {HTMLInputElement} */ (
  document.getElementById("search")
);
const sections = [...document.querySelectorAll(".tag")].map((section) => ({
  section,
  operations: [...section.querySelectorAll(".operation")].map((operation) => ({
    operation,
    text: textOf(section, operation),
  })),
}));

/** Filters the operations while the user types. The words are in the address, so that a search can be shared. */
export function startSearch() {
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", () => {
    const query = field.value.trim();
    const search = query ? `?q=${encodeURIComponent(query)}` : "";
    history.replaceState(null, "", location.pathname + search);
    filter();
  });
  filter();
}

export function clearSearch() {
  field.value = "";
  history.replaceState(null, "", location.pathname + location.hash);
  filter();
}

/**
 * The text in which the words are searched: tag, summary, path, permissions and operation ID.
 * @param {Element} section
 * @param {Element} operation
 */
function textOf(section, operation) {
  const parts = [
    section.querySelector("h2"),
    ...operation.querySelectorAll(":scope > summary, .access code"),
  ];
  const id = operation.querySelector(".content")?.id;
  return [...parts.map((part) => part?.textContent), id]
    .join(" ")
    .toLowerCase();
}

function filter() {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { section, operations } of sections) {
    const matches = operations.filter(({ operation, text }) => {
      const isMatch = words.every((word) => text.includes(word));
      operation.toggleAttribute("hidden", !isMatch);
      return isMatch;
    });
    section.toggleAttribute("hidden", matches.length === 0);
    found += matches.length;
  }
  for (const chapter of document.querySelectorAll(".chapter"))
    chapter.toggleAttribute("hidden", words.length > 0);
  document
    .getElementById("nothing-found")
    ?.toggleAttribute("hidden", found > 0);
  const count = document.getElementById("found");
  const noun = found === 1 ? "operation" : "operations";
  if (count) count.textContent = words.length > 0 ? `${found} ${noun}` : "";
}
