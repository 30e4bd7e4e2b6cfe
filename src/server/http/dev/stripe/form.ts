/** The parsed form body of a request to Stripe: `items[0][price]=…` becomes nested objects. */
export type Form = { [field: string]: Form | string | undefined };

export function parseForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== "");
    const last = path.pop() ?? "";
    let place = form;
    for (const part of path) {
      const inner = place[part];
      const next: Form = typeof inner === "object" ? inner : {};
      place[part] = next;
      place = next;
    }
    place[last] = value;
  }
  return form;
}

/** Returns the text at a path of the form, or an empty text. */
export function at(form: Form, ...path: string[]): string {
  let value: Form | string | undefined = form;
  for (const part of path)
    value = typeof value === "object" ? value[part] : undefined;
  return typeof value === "string" ? value : "";
}
