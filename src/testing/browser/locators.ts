import type { Locator, Page } from "playwright-core";

/** A page or a part of a page in which a control is searched. */
type Place = Page | Locator;

/** A string must equal the accessible name of the control. A pattern can match a part of the name. */
const named = (name: string | RegExp) => ({ name, exact: true });

export const button = (place: Place, name: string | RegExp) =>
  place.getByRole("button", named(name));
export const link = (place: Place, name: string | RegExp) =>
  place.getByRole("link", named(name));
export const heading = (place: Place, name: string | RegExp) =>
  place.getByRole("heading", named(name));
export const field = (place: Place, label: string) =>
  place.getByLabel(label, { exact: true });

/** Opens a select and chooses an option. */
export async function choose(
  place: Place,
  label: string,
  option: string | RegExp,
): Promise<void> {
  const select = place.getByRole("combobox", { name: label, exact: true });
  await select.click();
  await select.page().getByRole("option", { name: option }).first().click();
}
