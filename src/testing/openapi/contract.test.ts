import { beforeAll, describe, expect, test } from "bun:test";
import {
  breaksOf,
  type Contract,
  readContract,
  writeContract,
} from "./contract";
import { currentContract, RELEASED } from "./released";

let released: Contract;
beforeAll(async () => {
  released = readContract(await Bun.file(RELEASED).text());
});

test("the API breaks no program that was written for the last release", () => {
  const hint =
    "If a break is intended, write it into CHANGELOG.md and run `bun run docs:contract`.";
  expect([breaksOf(released, currentContract()), hint]).toEqual([[], hint]);
});

test("a contract is the same after writing and reading", () => {
  const now = currentContract();
  expect(readContract(writeContract(now))).toEqual(now);
});

describe("the comparison finds", () => {
  const before = `POST /things
  status 201
  takes session
  request path.org: string
  request body.name: string
  request body.kind?: "a" | "b"
  response 201.id: string
  response 201.note?: string

GET /things
  status 200
  open
`;
  const changed = (from: string, to: string) => {
    expect(before).toContain(from);
    return breaksOf(
      readContract(before),
      readContract(before.replace(from, to)),
    );
  };

  test.each([
    [
      "an operation that is gone",
      "GET /things",
      "GET /other",
      "GET /things is gone",
    ],
    [
      "another status",
      "status 201",
      "status 200",
      "POST /things: no longer: status 201",
    ],
    [
      "a lost way to authenticate",
      "  takes session\n",
      "",
      "POST /things: no longer: takes session",
    ],
    [
      "a field that a request no longer knows",
      "body.name: string",
      "body.title?: string",
      "POST /things: the request does not know body.name",
    ],
    [
      "a new required field",
      "body.kind?:",
      "body.size: integer\n  request body.kind?:",
      "POST /things: the request needs body.size",
    ],
    [
      "a field that became required",
      "body.kind?:",
      "body.kind:",
      "POST /things: the request needs body.kind",
    ],
    [
      "a value that a request refuses",
      '"a" | "b"',
      '"a"',
      'POST /things: the request refuses "b" for body.kind',
    ],
    [
      "a field that a response lacks",
      "  response 201.id: string\n",
      "",
      "POST /things: the response lacks 201.id",
    ],
    [
      "a field that a response may lack",
      "201.id:",
      "201.id?:",
      "POST /things: the response does not always have 201.id",
    ],
    [
      "a value of another kind in a response",
      "201.id: string",
      "201.id: string | null",
      "POST /things: the response can have null as 201.id",
    ],
  ])("%s", (_, from, to, found) => {
    expect(changed(from, to)).toEqual([found]);
  });

  test.each([
    [
      "a new operation",
      "GET /things",
      "GET /more\n  status 200\n  open\n\nGET /things",
    ],
    [
      "a new optional field",
      "body.kind?:",
      "body.size?: integer\n  request body.kind?:",
    ],
    ["a new value in a request", '"a" | "b"', '"a" | "b" | "c"'],
    [
      "a new field in a response",
      "201.note?:",
      "201.size: integer\n  response 201.note?:",
    ],
    ["a field that a response always has", "201.note?:", "201.note:"],
  ])("nothing wrong with %s", (_, from, to) => {
    expect(changed(from, to)).toEqual([]);
  });
});
