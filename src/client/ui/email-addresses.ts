/** A plain check before sending; the server's is the one that counts. */
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/;

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/**
 * The addresses in a pasted list: lines, commas, semicolons, spaces, and the form `Ada <ada@example.com>`.
 * What is no address is kept as it is, so that it can be shown and put right.
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

/** `more` added to `list`, each address once whatever its case. */
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
