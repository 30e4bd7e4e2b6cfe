import { invalidField } from "#server/kernel/errors";

let common: Promise<Set<string>> | undefined;

/** Passwords from leaks. Shorter ones fail the length check already. */
async function commonPasswords(): Promise<Set<string>> {
  const { dictionary } = await import("@zxcvbn-ts/language-common");
  return new Set(
    dictionary["passwords-common"].filter((word) => word.length >= 8),
  );
}

/**
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
