import { dictionary } from "@zxcvbn-ts/language-common";
import { DomainError } from "#server/kernel/errors";

// Passwords from leaks. Shorter ones fail the length check already.
const COMMON = new Set(
  dictionary["passwords-common"].filter((word) => word.length >= 8),
);

/**
 * @param field the input field that the error names
 * @throws DomainError `INVALID_INPUT`
 */
export function refuseCommonPassword(
  password: string,
  field = "password",
): void {
  if (!COMMON.has(password.toLowerCase())) return;
  const message = "This password is one of the most common. Choose another.";
  const issues = [{ path: field, message }];
  throw new DomainError("INVALID_INPUT", message, { issues });
}
