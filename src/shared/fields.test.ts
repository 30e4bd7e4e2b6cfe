import { expect, test } from "bun:test";
import { emailField } from "./fields";

test.each([
  ["before it is normalized", `${"a".repeat(310)}@example.com`],
  // One letter that becomes eighteen.
  ["once it is normalized", `${"\u{FDFA}".repeat(100)}@example.com`],
])("an address that is too long %s is looked at no further", (_, address) => {
  const { error } = emailField.safeParse(address);
  expect(error?.issues.map(({ message }) => message)).toEqual([
    "An email address has at most 254 characters.",
  ]);
});
