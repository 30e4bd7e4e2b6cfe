/** What each prefix stands for; the prefix makes an id readable in a log and refuses mix-ups. */
const PREFIXES = {
  user: "usr",
  organization: "org",
  membership: "mem",
  invitation: "inv",
  project: "prj",
  session: "ses",
  signUp: "sup",
  event: "evt",
  outbox: "out",
  request: "req",
} as const;

export type IdKind = keyof typeof PREFIXES;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A new id such as `prj_01jd…`: 48 bits of milliseconds, then 80 random bits, in Crockford's base 32,
 * so that ids sort by the time they were made.
 */
export function newId(kind: IdKind): string {
  return `${PREFIXES[kind]}_${encodeTime(Date.now())}${encodeRandom()}`;
}

export function isId(kind: IdKind, value: string): boolean {
  return value.startsWith(`${PREFIXES[kind]}_`);
}

function encodeTime(milliseconds: number): string {
  let rest = milliseconds;
  let text = "";
  for (let i = 0; i < 10; i++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeRandom(): string {
  let text = "";
  for (const byte of crypto.getRandomValues(new Uint8Array(16)))
    text += ALPHABET.charAt(byte & 31);
  return text;
}
