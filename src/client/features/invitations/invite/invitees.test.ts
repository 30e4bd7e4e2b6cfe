import { expect, test } from "bun:test";
import {
  mergeInvitees,
  readInvitee,
  roleOfWord,
  splitInvitees,
} from "./invitees.ts";

const ROLES = [
  { value: "admin", label: "Admin" },
  { value: "viewer", label: "Betrachter" },
  { value: "rol_1", label: "Billing manager" },
];
const pasted = (text: string, list: string[] = []) =>
  mergeInvitees(ROLES, list, splitInvitees(text));

test.each([
  [
    "kim@acme.example admin, lee@acme.example viewer",
    ["kim@acme.example admin", "lee@acme.example viewer"],
  ],
  [
    "kim@acme.example lee@acme.example admin",
    ["kim@acme.example", "lee@acme.example admin"],
  ],
  [
    "kim@acme.example,admin\nlee@acme.example;Billing manager\r\nmax@acme.example\tviewer",
    [
      "kim@acme.example admin",
      "lee@acme.example Billing manager",
      "max@acme.example viewer",
    ],
  ],
  [
    "Kim Ito <kim@acme.example> admin, <lee@acme.example>",
    ["kim@acme.example admin", "lee@acme.example"],
  ],
  ["kim@acme.example owner", ["kim@acme.example owner"]],
  ["kim@acme.example leeacme.example", ["kim@acme.example", "leeacme.example"]],
  ["admin kim@acme.example", ["admin", "kim@acme.example"]],
  ["kim@acme.example admin viewer", ["kim@acme.example admin", "viewer"]],
])("%j becomes the entries %j", (text, expected) => {
  expect(pasted(text)).toEqual(expected);
});

test("a role that is typed after an address belongs to it", () => {
  const typed = [
    "kim@acme.example ",
    "Billing ",
    "manager ",
    "lee@acme.example",
  ];
  let list: string[] = [];
  for (const part of typed) list = pasted(part, list);
  expect(list).toEqual([
    "kim@acme.example Billing manager",
    "lee@acme.example",
  ]);
});

test("an address that is added again gets its new role", () => {
  const list = pasted("KIM@acme.example viewer", [
    "kim@acme.example admin",
    "lee@acme.example",
  ]);
  expect(list).toEqual(["lee@acme.example", "KIM@acme.example viewer"]);
});

test("a list that is merged again stays the same", () => {
  const list = pasted("kim@acme.example owner, lee@acme.example admin viewer");
  expect(mergeInvitees(ROLES, [], list)).toEqual(list);
});

test("a role is found by its id and by its name, in upper and lower case", () => {
  const found = [
    "ADMIN",
    "viewer",
    "betrachter",
    "billing MANAGER",
    "owner",
    "",
  ];
  expect(found.map((word) => roleOfWord(ROLES, word))).toEqual([
    "admin",
    "viewer",
    "viewer",
    "rol_1",
    undefined,
    undefined,
  ]);
});

test("an entry has an address and a role", () => {
  expect(readInvitee("kim@acme.example  Billing  manager")).toEqual({
    email: "kim@acme.example",
    word: "Billing manager",
  });
});
