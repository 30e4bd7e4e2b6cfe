/** Every form in which a secret could be stored. */
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
  // Short codes in other forms occur in random text.
  if (secret.length >= 8)
    texts.push(
      ["in hex", bytes.toString("hex")],
      ["in capital hex", bytes.toString("hex").toUpperCase()],
      ...inBase64(bytes),
    );
  const forms = new Map(texts.map(([name, text]) => [name, Buffer.from(text)]));
  // 32 random bytes in base64url could be stored as bytes.
  if (/^[\w-]{43}$/.test(secret)) {
    const decoded = Buffer.from(secret, "base64url");
    forms.set("as bytes", decoded);
    forms.set("as bytes in hex", Buffer.from(decoded.toString("hex")));
  }
  return forms;
}

/** Base64 of longer text: the secret can start at three offsets. Letters that depend on its neighbours are left out. */
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

/** The forms in which the text contains the secret. */
export function findSecret(haystack: Buffer, secret: string): string[] {
  return [...formsOf(secret)]
    .filter(([, form]) => isIn(haystack, form))
    .map(([name]) => name);
}

function isIn(haystack: Buffer, form: Buffer): boolean {
  if (!/^\d+$/.test(String(form))) return haystack.includes(form);
  // Digits within a longer number do not count.
  return new RegExp(`(?<![\\w-])${String(form)}(?![\\w-])`).test(
    haystack.toString("latin1"),
  );
}
