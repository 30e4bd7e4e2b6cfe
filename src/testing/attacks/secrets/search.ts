/** Returns every form in which the server could store or log a secret, by the name of the form. */
export function formsOf(secret: string): Map<string, Buffer> {
  const bytes = Buffer.from(secret);
  const texts: [string, string][] = [
    ["as it is", secret],
    ["URL-encoded", encodeURIComponent(secret)],
    [
      "URL-encoded as a form",
      new URLSearchParams({ s: secret }).toString().slice(2),
    ],
    ["in JSON", JSON.stringify(secret).slice(1, -1)],
  ];
  // Search for a short secret only as text, because its hex and Base64 forms can occur in random data.
  if (secret.length >= 8)
    texts.push(
      ["in hex", bytes.toString("hex")],
      ["in capital hex", bytes.toString("hex").toUpperCase()],
      ...inBase64(bytes),
    );
  const forms = new Map(texts.map(([name, text]) => [name, Buffer.from(text)]));
  // A secret of 43 base64url letters encodes 32 random bytes, and the bytes could be stored directly.
  if (/^[\w-]{43}$/.test(secret)) {
    const decoded = Buffer.from(secret, "base64url");
    forms.set("as bytes", decoded);
    forms.set("as bytes in hex", Buffer.from(decoded.toString("hex")));
  }
  return forms;
}

/**
 * Returns the Base64 forms of a secret inside longer data. There are three forms, one per byte offset; letters that
 * depend on the neighbouring bytes are left out.
 */
function inBase64(bytes: Buffer): [string, string][] {
  return [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    const start = Math.ceil((offset * 4) / 3);
    const end = Math.floor((shifted.length * 4) / 3) - 1;
    return (["base64", "base64url"] as const).map(
      (encoding): [string, string] => [
        `in ${encoding} at ${offset}`,
        shifted.toString(encoding).slice(start, end),
      ],
    );
  });
}

/** Returns the names of the forms in which the data contains the secret. */
export function findSecret(haystack: Buffer, secret: string): string[] {
  return [...formsOf(secret)]
    .filter(([, form]) => isIn(haystack, form))
    .map(([name]) => name);
}

function isIn(haystack: Buffer, form: Buffer): boolean {
  if (!/^\d+$/.test(String(form))) return haystack.includes(form);
  // A code that consists of digits counts only if it is not a part of a longer number or word.
  return new RegExp(`(?<![\\w-])${String(form)}(?![\\w-])`).test(
    haystack.toString("latin1"),
  );
}
