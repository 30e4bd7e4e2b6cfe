/** The values of a form, by field. */
export type Fields = object;

/** A saved state of the values. */
export interface Version<F extends Fields> {
  fields: F;
  /** The time of the last change, from the server. Identifies the version. */
  updatedAt: string;
}

/** The fields that differ between two states, in the order of the first. */
export function differing<F extends Fields>(one: F, other: F): (keyof F)[] {
  return namesOf(one).filter((name) => !isSame(one[name], other[name]));
}

/** Applies typed values to a newer version. Fields that were not edited take the newer value. */
export function mergeEdits<F extends Fields>(base: F, typed: F, latest: F): F {
  const touched = new Set(differing(base, typed));
  const merged = { ...latest };
  for (const name of namesOf(typed))
    if (touched.has(name)) merged[name] = typed[name];
  return merged;
}

/** The fields that were changed differently on both sides. */
export function conflicts<F extends Fields>(
  base: F,
  typed: F,
  latest: F,
): (keyof F)[] {
  return differing(base, typed).filter(
    (name) =>
      !isSame(latest[name], base[name]) && !isSame(latest[name], typed[name]),
  );
}

function namesOf<F extends Fields>(fields: F): (keyof F)[] {
  // `Object.keys` returns string[].
  return Object.keys(fields) as (keyof F)[];
}

/** Form values are JSON: strings, numbers, booleans, and lists of them. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
