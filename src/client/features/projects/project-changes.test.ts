import { afterEach, expect, test } from "bun:test";
import { api } from "#client/session/api.ts";
import type { Project } from "./project.ts";
import { patchProjects } from "./project-changes.ts";

afterEach(() => api.queryClient.clear());

const project = (id: string): Project => ({
  id,
  name: id,
  description: "",
  status: "active",
  createdBy: null,
  ownerId: null,
  owner: null,
  isFavourite: false,
  isFrozen: false,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
});

/** Caches a paged list and a single project for each of two organizations. */
function fillCache() {
  for (const org of ["acme", "globex"]) {
    api.queryClient.setQueryData(
      api.projects.list.infiniteKey({ org, status: "active" }),
      {
        pages: [
          { items: [project("a")], nextCursor: "a" },
          { items: [project("b")], nextCursor: null },
        ],
        pageParams: [undefined, "a"],
      },
    );
    api.projects.get.setData({ org, projectId: "b" }, project("b"));
  }
}

function statuses(org: string) {
  const list = api.queryClient.getQueryData(
    api.projects.list.infiniteKey({ org, status: "active" }),
  );
  const listed = list?.pages.flatMap(({ items }) => items) ?? [];
  const read = api.projects.get.getData({ org, projectId: "b" });
  return [...listed, read].map((one) => one?.status);
}

test("a change appears in all cached lists of its organization only", async () => {
  fillCache();
  await patchProjects("acme", [project("b")], { status: "archived" });
  expect(statuses("acme")).toEqual(["active", "archived", "archived"]);
  expect(statuses("globex")).toEqual(["active", "active", "active"]);
});

test("undoing a change restores all cached lists", async () => {
  fillCache();
  const undo = await patchProjects("acme", [project("a"), project("b")], {
    status: "archived",
  });
  undo();
  expect(statuses("acme")).toEqual(["active", "active", "active"]);
});
