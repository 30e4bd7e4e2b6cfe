import { expect, test } from "bun:test";
import { availableParallelism } from "node:os";
import { DomainError } from "#server/kernel/errors";
import { createPasswords } from "./passwords";

const QUEUE_LENGTH = 32;

test("a hash is argon2id with OWASP's minimum, and needs no renewal", async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash("a long enough passphrase");
  expect(hash).toStartWith("$argon2id$v=19$m=19456,t=2,p=1$");
  expect(passwords.needsRehash(hash)).toBe(false);
  expect(passwords.needsRehash(hash.replace("m=19456", "m=4096"))).toBe(true);
});

test("a password matches its own hash and nothing else", async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash("correct horse\0battery");
  expect(await passwords.verify("correct horse\0battery", hash)).toBe(true);
  for (const [password, stored] of [
    ["correct horse\0staple", hash],
    ["correct horse", hash],
    ["", hash],
    ["correct horse\0battery", "not a hash"],
    ["correct horse\0battery", ""],
    ["correct horse\0battery", null],
    ["correct horse\0battery", undefined],
  ] as const)
    expect(await passwords.verify(password, stored)).toBe(false);
});

test("hashes of Bun and of this program are interchangeable", async () => {
  const password = "pässwörter \0 und 🔑";
  const passwords = createPasswords();
  const cost = { memoryCost: 19456, timeCost: 2 };
  const ofBun = await Bun.password.hash(password, {
    algorithm: "argon2id",
    ...cost,
  });
  expect(await passwords.verify(password, ofBun)).toBe(true);
  expect(await passwords.verify("pässwörter", ofBun)).toBe(false);
  expect(passwords.needsRehash(ofBun)).toBe(false);
  const own = await passwords.hash(password);
  expect(await Bun.password.verify(password, own)).toBe(true);
  expect(await Bun.password.verify("pässwörter", own)).toBe(false);
});

test("the event loop runs while a password is hashed", async () => {
  const passwords = createPasswords();
  let isHashed = false;
  void passwords.hash("a password").then(() => (isHashed = true));
  let turns = 0;
  for (; !isHashed; turns++)
    await new Promise((resolve) => setImmediate(resolve));
  expect(turns).toBeGreaterThan(10);
});

test("a full queue answers BUSY and recovers", async () => {
  const passwords = createPasswords();
  const places = availableParallelism() + QUEUE_LENGTH;
  // Ten calls more than the queue can hold are refused; this must not affect later calls.
  const answers = await Promise.allSettled(
    Array.from({ length: places + 10 }, () =>
      passwords.verify("a guess", null),
    ),
  );
  const refusals = answers.flatMap((answer) =>
    answer.status === "rejected" ? [answer.reason as unknown] : [],
  );
  expect(refusals).toHaveLength(10);
  for (const refusal of refusals) {
    if (!(refusal instanceof DomainError)) throw refusal;
    expect(refusal.reason).toBe("BUSY");
    expect(refusal.details.retryAfter).toBeGreaterThan(0);
  }
  expect(await passwords.verify("a guess", null)).toBe(false);
});
