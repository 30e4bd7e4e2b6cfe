import * as fc from "fast-check";
import type { Answer } from "../kit/actor";
import { problemOf } from "../kit/problem";

const TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\u202emoc.elgoog",
  "\u200f\u200e",
  "\ud800",
  "\udfff\ud800",
  "👩‍👩‍👧‍👦",
  "é",
  "ﬀ",
  "İ",
  "\ufeff",
  "\u2028",
  "' or 1=1 --",
  "'; drop table users; --",
  '"; select 1; --',
  "%",
  "%00",
  "%_",
  "\\",
  "../../../etc/passwd",
  "..%2f",
  "<script>alert(1)</script>",
  "${7*7}",
  "{{7*7}}",
  "\r\nset-cookie: sid=x",
  "null",
  "undefined",
  "NaN",
  "true",
  "-1",
  "1e309",
  "0x10",
  "__proto__",
  "constructor",
  "org_00000000000000000000000000",
  "prj_",
  "a@b.co",
  "2026-13-45T99:99:99Z",
  "x".repeat(65),
  "x".repeat(9_000),
];

const KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "then",
  "toJSON",
  "length",
  "",
  "0",
  "$where",
  "a.b",
  "a[b]",
  "\0",
];

const scalar = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      0,
      -0,
      -1,
      1.5,
      101,
      2 ** 31,
      2 ** 53,
      -(2 ** 63),
      1e308,
      5e-324,
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false) },
);

/**
 * Hostile JSON values: wrong types, deep nesting, keys that every JavaScript object has, and texts that are code in
 * other languages.
 */
export const hostileValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 3 })
      .map(ownFields),
  ),
})).value;

/** Creates objects with some of the procedure's fields and sometimes unknown fields. Most values are hostile. */
export function hostileFields(
  names: readonly string[],
  wellFormed: Readonly<Record<string, unknown>>,
): fc.Arbitrary<object> {
  const field = (name: string) => {
    const kept = Object.hasOwn(wellFormed, name)
      ? [{ weight: 6, arbitrary: fc.constant<unknown>(wellFormed[name]) }]
      : [];
    const value = fc.oneof({ weight: 4, arbitrary: hostileValue }, ...kept);
    return fc.option(
      value.map((one): [string, unknown] => [name, one]),
      { freq: 5, nil: undefined },
    );
  };
  const unknown = fc.option(fc.tuple(fc.constantFrom(...KEYS), hostileValue), {
    freq: 1,
    nil: undefined,
  });
  return fc
    .tuple(unknown, ...names.map(field))
    .map((entries) =>
      ownFields(entries.filter((entry) => entry !== undefined)),
    );
}

// Assigning to `__proto__` would set the prototype, so define it as an ordinary property, as JSON does.
function ownFields(entries: [string, unknown][]): object {
  const object = {};
  for (const [key, value] of entries)
    Object.defineProperty(object, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  return object;
}

/** Matches texts that reveal how the server works inside. */
export const INTERNALS =
  /sqlite|libsql|drizzle|no such (table|column)|constraint failed|syntax error|node_modules|\.[cm]?[jt]s\b|\n\s+at |\b(Type|Range|Syntax|Reference|URI|Zod)Error\b|cannot read prop/i;

const SEED = 20_261_123;
const RUNS = Number(process.env.FUZZ_RUNS ?? 25);

/** Makes the call with many inputs, which are the same on every run, and checks every answer with `expectNoLeak`. */
export function neverLeaks<T>(
  inputs: fc.Arbitrary<T>,
  call: (input: T) => Promise<Answer>,
): Promise<void> {
  return neverFails(inputs, async (input) => expectNoLeak(await call(input)));
}

/** Runs the check with many inputs, which are the same on every run. */
export function neverFails<T>(
  inputs: fc.Arbitrary<T>,
  check: (input: T) => Promise<void>,
  runs = RUNS,
): Promise<void> {
  const property = fc.asyncProperty(inputs, check);
  return fc.assert(property, { seed: SEED, numRuns: runs, endOnFailure: true });
}

/** Expects a success, or a refusal of the documented shape that reveals no internal details of the server. */
export function expectNoLeak(answer: Answer): void {
  const { status, text } = answer;
  if (status >= 500) throw new Error(`${status}: ${text}`);
  if (status < 400) return;
  // A refusal can have no body to check, such as the answer to a HEAD request.
  if (text !== "") problemOf(answer);
  if (INTERNALS.test(text)) throw new Error(`It tells of its inside: ${text}`);
}
