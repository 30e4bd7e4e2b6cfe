import type { Language } from "#shared/languages";
import { BUILT_IN_ROLES, ROLES } from "#shared/permissions";

const GERMAN = { admin: "Admin", member: "Mitglied", viewer: "Betrachter" };

/** Returns the name of a role in a language. Custom roles have one name, which is never that of a built-in role. */
export function roleNameIn(name: string, language: Language): string {
  const builtIn = ROLES.find((role) => BUILT_IN_ROLES[role].label === name);
  return builtIn && language === "de" ? GERMAN[builtIn] : name;
}
