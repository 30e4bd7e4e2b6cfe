import { expect, test } from "bun:test";
import { conflicts, differing, mergeEdits } from "./versions.ts";

const base = { name: "Website", description: "Old" };

test("an unchanged text is not an edit", () => {
  expect(differing(base, { ...base })).toEqual([]);
  expect(differing(base, { ...base, description: "Mine" })).toEqual([
    "description",
  ]);
  const lists = { rights: ["a", "b"] };
  expect(differing(lists, { rights: ["a", "b"] })).toEqual([]);
  expect(differing(lists, { rights: ["a"] })).toEqual(["rights"]);
});

test("edited fields keep the typed value, the others take the saved one", () => {
  const typed = { ...base, description: "Mine" };
  const latest = { name: "Site", description: "Theirs" };
  expect(mergeEdits(base, typed, latest)).toEqual({
    name: "Site",
    description: "Mine",
  });
});

test("only fields that both sides changed conflict", () => {
  const typed = { ...base, description: "Mine" };
  expect(conflicts(base, typed, { name: "Site", description: "Old" })).toEqual(
    [],
  );
  expect(
    conflicts(base, typed, { name: "Site", description: "Theirs" }),
  ).toEqual(["description"]);
  expect(
    conflicts(base, typed, { name: "Website", description: "Mine" }),
  ).toEqual([]);
});
