import { beforeAll, describe, expect, test } from "bun:test";
import type { TestServer } from "../kit/server";
import { serverSuite } from "../kit/suite";
import { createRaceControl } from "../kit/race";
import { tapClient } from "../kit/tap-client";
import { prepareQuestions, type Questions } from "./questions";

/** What takes time in an answer: statements, in their order, and passwords that are hashed or compared. */
interface Work {
  statements: string[];
  hashes: number;
}

let work: Work = { statements: [], hashes: 0 };
let questions: Questions;
const server = serverSuite(
  {},
  {
    ...createRaceControl(),
    intercept: (client) => tapClient(client, { before: note }),
  },
);
beforeAll(async () => {
  countHashes(server);
  questions = await prepareQuestions(server);
});

/** Mail is delivered behind the answer, by statements of its own. */
const DELIVERING = /^\s*(update outbox|.*"?captured_mails"?)/i;

function note(texts: string[]): void {
  work.statements.push(...texts.filter((text) => !DELIVERING.test(text)));
}

function countHashes({ services }: TestServer): void {
  const { passwords } = services.deps;
  const { hash, verify } = passwords;
  passwords.hash = (password) => {
    work.hashes++;
    return hash(password);
  };
  passwords.verify = (password, stored) => {
    work.hashes++;
    return verify(password, stored);
  };
}

/** What is done for a call until it is answered. */
async function workOf(call: () => Promise<unknown>): Promise<Work> {
  await server.services.outbox.idle();
  work = { statements: [], hashes: 0 };
  const counted = work;
  await call();
  work = { statements: [], hashes: 0 };
  return counted;
}

const NAMES = [
  "signing in",
  "signing up",
  "a link for a new password",
  "another link to confirm",
  "taking the address oneself",
];

test("every question is asked", () => {
  expect(Object.keys(questions.ask)).toEqual(NAMES);
});

describe("a known and an unknown address take the same work:", () => {
  test.each(NAMES)("%s", async (name) => {
    const ask = questions.ask[name];
    const known = await workOf(() => ask?.(questions.known) ?? reject());
    const unknown = await workOf(() => ask?.(questions.unknown) ?? reject());
    expect(known.statements.length).toBeGreaterThan(0);
    expect(known).toEqual(unknown);
  });

  test("one with a sign-up under way, and one without", async () => {
    const ask = questions.ask["another link to confirm"];
    const without = "never-heard-of@example.com";
    const one = await workOf(() => ask?.(questions.unknown) ?? reject());
    const other = await workOf(() => ask?.(without) ?? reject());
    expect(one).toEqual(other);
  });
});

function reject(): Promise<never> {
  return Promise.reject(new Error("There is no such question."));
}
