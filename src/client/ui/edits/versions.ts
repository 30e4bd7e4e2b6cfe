/** The values of a form by the names of its fields. */
export type Fields = object;

/** A saved state of the values of a form. */
export interface Version<F extends Fields> {
  fields: F;
  /** The time of the last change on the server, which identifies the version. */
  updatedAt: string;
}

/** Returns the fields that differ between two states of a form, in the order of the first state. */
export function differing<F extends Fields>(one: F, other: F): (keyof F)[] {
  return namesOf(one).filter((name) => !isSame(one[name], other[name]));
}

/** Applies the typed values to a newer saved version. Fields that the user did not edit take the newer value. */
export function mergeEdits<F extends Fields>(base: F, typed: F, latest: F): F {
  const touched = new Set(differing(base, typed));
  const merged = { ...latest };
  for (const name of namesOf(typed))
    if (touched.has(name)) merged[name] = typed[name];
  return merged;
}

/** Returns the fields that the user and another user have changed to different values. */
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
  // The type of `Object.keys` is string[], even for an object with known keys.
  return Object.keys(fields) as (keyof F)[];
}

/** Compares two values as JSON, because form values are strings, numbers, booleans, and lists of these. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
