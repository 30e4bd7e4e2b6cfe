import { invalidField } from "#server/kernel/errors";

let common: Promise<Set<string>> | undefined;

/**
 * Reads the common passwords from known leaks. Passwords under eight characters are left out, because the length check
 * already refuses them.
 */
async function commonPasswords(): Promise<Set<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(
    dictionary["passwords-common"].filter((word) => word.length >= 8),
  );
}

/**
 * Refuses a password that is common in leaks.
 * @param field the input field that the error names
 * @throws DomainError `INVALID_INPUT`
 */
export async function refuseCommonPassword(
  password: string,
  field = "password",
): Promise<void> {
  const known = await (common ??= commonPasswords());
  if (!known.has(password.toLowerCase())) return;
  throw invalidField(field, "PASSWORD_COMMON");
}
