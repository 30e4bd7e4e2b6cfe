/** Scrolls a list of links sideways to the current link. `scrollIntoView` would also scroll the page. */
export function showCurrent(list: HTMLUListElement | undefined): void {
  const current = list?.querySelector("[aria-current]");
  if (!list || !current) return;
  const row = list.getBoundingClientRect();
  const tab = current.getBoundingClientRect();
  const middle = tab.left + tab.width / 2 - (row.left + row.width / 2);
  list.scrollBy({ left: middle });
}
