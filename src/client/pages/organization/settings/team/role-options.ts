import { BUILT_IN_ROLES, ROLES } from "../../../../../shared/permissions.ts";

/** The roles one can give, with what each of them may do. */
export const ROLE_OPTIONS = ROLES.map((role) => ({
  value: role,
  label: BUILT_IN_ROLES[role].label,
  description: BUILT_IN_ROLES[role].summary,
}));

/** The same list where a role cannot be given up: the others are shown with the reason. */
export function heldRole(held: string, reason: string) {
  return ROLE_OPTIONS.map((option) =>
    option.value === held
      ? option
      : { ...option, description: reason, disabled: true },
  );
}
