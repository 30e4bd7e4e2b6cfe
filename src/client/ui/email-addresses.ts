/** A quick check of email addresses before they are sent. The server checks them again, and its answer counts. */
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/;

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/**
 * Splits a pasted list of email addresses at lines, commas, semicolons and spaces; understands `Ada
 * <ada@example.com>`. Keeps invalid entries, so that the user can see and correct them.
 */
export function splitAddresses(text: string): string[] {
  return text
    .split(/[,;\n\r\t]+/)
    .flatMap(
      (part) =>
        /<([^<>]*)>/.exec(part)?.[1]?.trim() ?? part.trim().split(/\s+/),
    )
    .filter((part) => part !== "");
}

/** Adds email addresses to a list without duplicates, ignoring case. */
export function mergeAddresses(
  list: readonly string[],
  more: readonly string[],
): string[] {
  const known = new Set(list.map((address) => address.toLowerCase()));
  const fresh = more.filter((address) => {
    const isNew = !known.has(address.toLowerCase());
    known.add(address.toLowerCase());
    return isNew;
  });
  return [...list, ...fresh];
}
