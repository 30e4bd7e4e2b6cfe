import { expect, test } from "bun:test";
import { conflicts, isEdited, mergeEdits } from "./edits.ts";

const base = { name: "Website", description: "Old" };

test("text that is as it was is not an edit", () => {
  expect(isEdited(base, { ...base })).toBe(false);
  expect(isEdited(base, { ...base, description: "Mine" })).toBe(true);
});

test("one's own text stays, fields left alone take what was saved", () => {
  const typed = { ...base, description: "Mine" };
  const latest = { name: "Site", description: "Theirs" };
  expect(mergeEdits(base, typed, latest)).toEqual({
    name: "Site",
    description: "Mine",
  });
});

test("only what both changed is in conflict", () => {
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
