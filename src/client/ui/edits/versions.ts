/** What a form edits: its fields, by name. */
export type Fields = object;

/** One state of what is edited. */
export interface Version<F extends Fields> {
  fields: F;
  /** When it became so, as the server says: what tells versions apart. */
  updatedAt: string;
}

/** The fields that differ between two states, in the order of the first. */
export function differing<F extends Fields>(one: F, other: F): (keyof F)[] {
  return namesOf(one).filter((name) => !isSame(one[name], other[name]));
}

/** What was typed, over what somebody else saved meanwhile: fields one did not touch take the saved value. */
export function mergeEdits<F extends Fields>(base: F, typed: F, latest: F): F {
  const touched = new Set(differing(base, typed));
  const merged = { ...latest };
  for (const name of namesOf(typed))
    if (touched.has(name)) merged[name] = typed[name];
  return merged;
}

/** The fields that both changed, each in their own way: saving replaces what is saved now. */
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
  // `Object.keys` forgets whose keys they are.
  return Object.keys(fields) as (keyof F)[];
}

/** Values of forms are JSON: text, numbers, switches, and lists of them. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
