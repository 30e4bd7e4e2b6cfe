/** The prefix of each kind of ID. It shows in logs what an ID names, and IDs of different kinds cannot be mixed up. */
const PREFIXES = {
  user: "usr",
  organization: "org",
  membership: "mem",
  invitation: "inv",
  project: "prj",
  favourite: "fav",
  session: "ses",
  signUp: "sup",
  emailVerification: "emv",
  passwordReset: "pwr",
  recoveryCode: "rcv",
  signInChallenge: "sic",
  passkey: "pky",
  identity: "idn",
  device: "dev",
  emailChange: "emc",
  avatar: "avt",
  role: "rol",
  link: "lnk",
  domain: "dom",
  transfer: "trf",
  accessRequest: "acr",
  formerMember: "fmr",
  logo: "lgo",
  subscription: "sub",
  customer: "cus",
  invoice: "ivc",
  event: "evt",
  outbox: "out",
  apiKey: "key",
  serviceAccount: "svc",
  request: "req",
  mail: "mal",
} as const;

export type IdKind = keyof typeof PREFIXES;

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const FORM = new RegExp(`^[${ALPHABET}]{26}$`);

let lastStamp = 0;

/**
 * Makes an ID such as `prj_01jd…`: the time in 1/1024 milliseconds, then 70 random bits, in Crockford's base 32. IDs
 * that one process makes sort in the order of creation, even within a millisecond.
 */
export function newId(kind: IdKind): string {
  lastStamp = Math.max(Date.now() * 1024, lastStamp + 1);
  return idWith(kind, lastStamp);
}

/** Makes an ID for an earlier time, in milliseconds since 1970 UTC. */
export function newIdAt(kind: IdKind, at: number): string {
  return idWith(kind, Math.floor(at) * 1024);
}

export function isId(kind: IdKind, value: string): boolean {
  const prefix = `${PREFIXES[kind]}_`;
  return value.startsWith(prefix) && FORM.test(value.slice(prefix.length));
}

/** Returns the regular expression of all IDs of a kind, for a JSON schema. */
export function idPattern(kind: IdKind): string {
  return `^${PREFIXES[kind]}_[0-9a-hjkmnp-tv-z]{26}$`;
}

function idWith(kind: IdKind, stamp: number): string {
  return `${PREFIXES[kind]}_${encodeStamp(stamp)}${encodeRandom()}`;
}

/** The two characters of each number below 1024. */
const PAIRS = Array.from(
  { length: 1024 },
  (_, number) => ALPHABET.charAt(number >> 5) + ALPHABET.charAt(number & 31),
);

function encodeStamp(stamp: number): string {
  let rest = stamp;
  let text = "";
  for (let i = 0; i < 6; i++) {
    text = PAIRS[rest % 1024] + text;
    rest = Math.floor(rest / 1024);
  }
  return text;
}

/** Random numbers for 32 IDs, because asking for random numbers takes longer than to encode them. */
const random = new Uint16Array(7 * 32);
let used = random.length;

function encodeRandom(): string {
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  let text = "";
  for (const end = used + 7; used < end; used++)
    text += PAIRS[(random[used] ?? 0) & 1023];
  return text;
}
