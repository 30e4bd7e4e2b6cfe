import type { ProjectFields } from "../project-fields.ts";

const FIELDS = ["name", "description"] as const;

/** Whether anything typed differs from what it started from. */
export function isEdited(base: ProjectFields, typed: ProjectFields): boolean {
  return FIELDS.some((field) => typed[field] !== base[field]);
}

/** What was typed, over what somebody else saved meanwhile: fields one did not touch take the saved text. */
export function mergeEdits(
  base: ProjectFields,
  typed: ProjectFields,
  latest: ProjectFields,
): ProjectFields {
  const merged = (field: keyof ProjectFields) =>
    typed[field] === base[field] ? latest[field] : typed[field];
  return { name: merged("name"), description: merged("description") };
}

/** The fields that both changed, each in their own way: saving replaces what is saved now. */
export function conflicts(
  base: ProjectFields,
  typed: ProjectFields,
  latest: ProjectFields,
): (keyof ProjectFields)[] {
  return FIELDS.filter(
    (field) =>
      typed[field] !== base[field] &&
      latest[field] !== base[field] &&
      latest[field] !== typed[field],
  );
}
