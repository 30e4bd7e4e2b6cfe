import { expect, test } from "bun:test";
import { newId } from "#shared/id";
import { newSecret, parseKey } from "./token";

test("a new key is read back with the hash that is stored", () => {
  const id = newId("apiKey");
  const { key, secretHash, last4 } = newSecret(id);
  expect(key).toMatch(/^tnt_live_[0-9a-z]{26}_[0-9A-Za-z]{49}$/);
  expect(key.endsWith(last4)).toBe(true);
  expect(parseKey(key)).toEqual({ id, secretHash });
});

test("two keys have different secrets", () => {
  const id = newId("apiKey");
  expect(newSecret(id).key).not.toBe(newSecret(id).key);
});

test("a key with any changed character is no key", () => {
  const { key } = newSecret(newId("apiKey"));
  for (let at = 0; at < key.length; at++) {
    const other = key[at] === "a" ? "b" : "a";
    const mistyped = key.slice(0, at) + other + key.slice(at + 1);
    expect([at, parseKey(mistyped)]).toEqual([at, undefined]);
  }
});

test("a shorter, a longer and an empty text is no key", () => {
  const { key } = newSecret(newId("apiKey"));
  for (const text of [key.slice(1), key.slice(0, -1), `${key}0`, ` ${key}`, ""])
    expect(parseKey(text)).toBeUndefined();
});
