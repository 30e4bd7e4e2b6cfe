import { describe, expect, test } from "bun:test";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();

let attempts = 0;

async function signUpWith(fields: Record<string, unknown>) {
  const answer = await server.stranger().post("/auth/sign-up", {
    name: "Ana",
    email: `ana-${++attempts}@example.com`,
    password: "a long enough passphrase",
    ...fields,
  });
  const { issues = [] } = answer.body as { issues?: { path: string }[] };
  return { status: answer.status, paths: issues.map(({ path }) => path) };
}

const accepted = { status: 202, paths: [] };
const refused = (path: string) => ({ status: 400, paths: [path] });

describe("a password", () => {
  test.each([
    ["of 8 characters is accepted", "kX7 pq!z", accepted],
    ["of 256 characters is accepted", "p".repeat(256), accepted],
    ["in any script is accepted", "пароль из слов 🔑", accepted],
    ["of 7 characters is refused", "kX7pq!z", refused("password")],
    ["of 257 characters is refused", "p".repeat(257), refused("password")],
    ["that is common is refused", "password1", refused("password")],
    ["that is common in capitals is refused", "PASSWORD1", refused("password")],
    ["that is a number is refused", 12345678, refused("password")],
  ])("%s", async (_, password, expected) => {
    expect(await signUpWith({ password })).toEqual(expected);
  });

  test("keeps its spaces", async () => {
    const actor = server.stranger();
    const password = "  spaces at both ends  ";
    await actor.post("/auth/sign-up", {
      name: actor.name,
      email: actor.email,
      password,
    });
    const attempt = await actor.signIn(password);
    expect(problemOf(attempt).reason).toBe("EMAIL_NOT_VERIFIED");
    const trimmed = await actor.signIn(password.trim());
    expect(problemOf(trimmed).reason).toBe("INVALID_CREDENTIALS");
  });
});

describe("an address", () => {
  test.each([
    ["with a plus and dots is accepted", "a.b+c@mail.example.com", accepted],
    [
      "of 254 characters is accepted",
      `${"a".repeat(242)}@example.com`,
      accepted,
    ],
    [
      "of 255 characters is refused",
      `${"a".repeat(243)}@example.com`,
      refused("email"),
    ],
    [
      "without a dot in its domain is refused",
      "ana@localhost",
      refused("email"),
    ],
    ["with two @ is refused", "a@b@example.com", refused("email")],
    [
      "with a line break is refused",
      "a@example.com\nbcc:b@example.com",
      refused("email"),
    ],
    ["with a NUL is refused", "a\0b@example.com", refused("email")],
    [
      "with an invisible character is refused",
      "a\u200bb@example.com",
      refused("email"),
    ],
    [
      "with half a surrogate pair is refused",
      "a\ud800b@example.com",
      refused("email"),
    ],
    [
      "with a display name is refused",
      "Ana <ana@example.com>",
      refused("email"),
    ],
    ["that is a list is refused", ["a@example.com"], refused("email")],
    [
      "in RFC 5322 group syntax is refused",
      "group:b@example.com",
      refused("email"),
    ],
    ["with a backslash is refused", "a\\b@example.com", refused("email")],
    ["at an IP address is refused", "a@[127.0.0.1]", refused("email")],
  ])("%s", async (_, email, expected) => {
    expect(await signUpWith({ email })).toEqual(expected);
  });
});

describe("a name", () => {
  test.each([
    ["in any script is accepted", "Ölçer 王小明 👩‍🚀", accepted],
    ["of spaces is refused", "   ", refused("name")],
    ["of 101 characters is refused", "n".repeat(101), refused("name")],
    ["of two lines is refused", "Ana\nBcc: x", refused("name")],
    ["with a Unicode line separator is refused", "Ana\u2028x", refused("name")],
    ["with half a surrogate pair is refused", "Ana \udc00", refused("name")],
    ["with a direction override is refused", "Ana\u202eb", refused("name")],
    ["of invisible characters is refused", "\u200b\u2060", refused("name")],
    ["in a right-to-left script is accepted", "ليلى \u200fحداد", accepted],
  ])("%s", async (_, name, expected) => {
    expect(await signUpWith({ name })).toEqual(expected);
  });
});

test("an unknown field is refused with its name", async () => {
  expect(await signUpWith({ isAdmin: true })).toEqual(refused("isAdmin"));
});

test("all missing fields are named", async () => {
  const answer = await server.stranger().post("/auth/sign-up", {});
  expect(answer.body.issues).toMatchObject([
    { path: "name" },
    { path: "email" },
    { path: "password" },
  ]);
});
