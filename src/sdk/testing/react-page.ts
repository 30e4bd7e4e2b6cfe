import { afterEach, expect, test } from "bun:test";
import { useQueryClient } from "@tanstack/react-query";
import { createElement, type ReactNode, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import { createTenantryReact, reasonOf } from "../react";
import { currentVisit } from "./page";
import { until } from "./until";

const { org, foreignOrg, ...connection } = currentVisit();
const { api, TenantryProvider, queryClient } = createTenantryReact(connection);
let root: Root | undefined;

afterEach(() => root?.unmount());

test("a query shows the server's data", async () => {
  show(function Name() {
    const read = api.organizations.get.useQuery({ org });
    return read.data?.name ?? "Loading";
  });
  await until(() => shown() === "Loading");
  await until(() => shown() === "Acme");
});

test("an error is shown at once, with its reason", async () => {
  show(function Refused() {
    const read = api.organizations.get.useQuery({ org: foreignOrg });
    return `${reasonOf(read.error)} after ${read.failureCount}`;
  });
  await until(() => shown() === "ORGANIZATION_NOT_FOUND after 1");
});

test("a mutation refetches the list", async () => {
  show(function Projects() {
    const utils = api.useUtils();
    const list = api.projects.list.useQuery({ org });
    const create = api.projects.create.useMutation({
      onSettled: () => utils.projects.list.invalidate({ org }),
    });
    const add = () => create.mutate({ org, name: "Website" });
    const names = list.data?.items.map(({ name }) => name).join() ?? "Loading";
    return createElement("button", { onClick: add }, names || "None");
  });
  await until(() => shown() === "None");
  document.querySelector("button")?.click();
  await until(() => shown() === "Website");
});

test("an optimistic patch is reverted when the server refuses", async () => {
  const seen = new Set<string>();
  show(function Rename() {
    const utils = api.useUtils();
    const list = api.projects.list.useQuery({ org });
    const rename = api.projects.update.useMutation({
      onMutate: ({ name = "" }) => {
        const before = utils.projects.list.getData({ org });
        utils.projects.list.setData(
          { org },
          (page) =>
            page && {
              ...page,
              items: page.items.map((item) => ({ ...item, name })),
            },
        );
        seen.add(utils.projects.list.getData({ org })?.items[0]?.name ?? "");
        return before;
      },
      onError: (_error, _input, before) =>
        utils.projects.list.setData({ org }, before),
    });
    const [project] = list.data?.items ?? [];
    const spoil = () =>
      project &&
      rename.mutate({ org, projectId: project.id, name: "x".repeat(201) });
    seen.add(project?.name ?? "");
    const field = rename.error?.data?.issues?.[0]?.path;
    return createElement("button", { onClick: spoil }, field ?? project?.name);
  });
  await until(() => shown() === "Website");
  document.querySelector("button")?.click();
  await until(() => shown() === "name");
  expect([...seen]).toContain("x".repeat(201));
  expect([...seen].at(0)).toBe("Website");
});

test("a subscription receives changes", async () => {
  show(function Changes() {
    const [kinds, setKinds] = useState<string[]>([]);
    api.live.changes.useSubscription(
      { org },
      { onData: ({ kind }) => setKinds((known) => [...known, kind]) },
    );
    const create = api.projects.create.useMutation();
    const add = () => create.mutate({ org, name: "Told" });
    return createElement("button", { onClick: add }, kinds.join());
  });
  await until(() => shown() === "you");
  document.querySelector("button")?.click();
  await until(() => shown()?.includes("projects") ?? false);
});

test("other queries share the provider's cache", async () => {
  show(function Shared() {
    return String(useQueryClient() === queryClient);
  });
  await until(() => shown() === "true");
});

function show(component: () => ReactNode): void {
  const place = document.createElement("main");
  document.body.replaceChildren(place);
  root = createRoot(place);
  root.render(createElement(TenantryProvider, null, createElement(component)));
}

function shown(): string | null {
  return document.body.textContent;
}
