/** Every form in which a secret could rest somewhere. */
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
  // A code of few digits in another form is found in any random text.
  if (secret.length >= 8)
    texts.push(
      ["in hex", bytes.toString("hex")],
      ["in capital hex", bytes.toString("hex").toUpperCase()],
      ...inBase64(bytes),
    );
  const forms = new Map(texts.map(([name, text]) => [name, Buffer.from(text)]));
  // What is 32 random bytes in base64url could be kept as these bytes.
  if (/^[\w-]{43}$/.test(secret)) {
    const decoded = Buffer.from(secret, "base64url");
    forms.set("as bytes", decoded);
    forms.set("as bytes in hex", Buffer.from(decoded.toString("hex")));
  }
  return forms;
}

/** Inside of other text a secret begins at any third of base64's groups; what its neighbours decide is left out. */
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

/** In which forms the secret is there. */
export function findSecret(haystack: Buffer, secret: string): string[] {
  return [...formsOf(secret)]
    .filter(([, form]) => isIn(haystack, form))
    .map(([name]) => name);
}

function isIn(haystack: Buffer, form: Buffer): boolean {
  if (!/^\d+$/.test(String(form))) return haystack.includes(form);
  // Digits amid digits are another number.
  return new RegExp(`(?<![\\w-])${String(form)}(?![\\w-])`).test(
    haystack.toString("latin1"),
  );
}
