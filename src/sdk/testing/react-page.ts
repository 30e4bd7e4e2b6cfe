import { afterEach, expect, test } from "bun:test";
import { useQueryClient } from "@tanstack/react-query";
import { Component, createElement, type ReactNode, useState } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { Permission } from "#shared/permissions";
import {
  Can,
  createTenantryReact,
  memberContextOf,
  OrganizationProvider,
  reasonOf,
  useOrganization,
} from "../react";
import { currentVisit } from "./page";
import { until } from "./until";

const { org, foreignOrg, viewerOrg, ...connection } = currentVisit();
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

test("an organization is read, and decides what its member sees", async () => {
  let choose: (name: string) => void = () => {};
  show(function Page() {
    const [name, setName] = useState(org);
    choose = setName;
    return createElement(
      OrganizationProvider,
      { org: name, fallback: "Loading" },
      createElement(NameAndRole),
      guarded("project:read"),
      guarded("project:create"),
    );
  });
  await until(() => shown() === "Loading");
  await until(
    () => shown() === "Acme as admin. project:read. project:create. ",
  );
  choose(viewerOrg);
  await until(
    () => shown() === "Beta as viewer. project:read. no project:create. ",
  );
});

test("an organization that the page has read is shown at once", async () => {
  show(function Page() {
    const read = api.auth.context.useQuery({ org });
    const context = read.data && memberContextOf(read.data);
    if (!context) return "Loading";
    const inside = guarded("billing:manage");
    return createElement(OrganizationProvider, { context }, inside);
  });
  await until(() => shown() === "billing:manage. ");
});

test("the provider throws an error for an organization of other users", async () => {
  show(() =>
    createElement(
      Boundary,
      null,
      createElement(OrganizationProvider, { org: foreignOrg }, "Secret"),
    ),
  );
  await until(() => shown() === "ORGANIZATION_NOT_FOUND");
});

test("an organization cannot be used outside of its provider", async () => {
  show(() => createElement(Boundary, null, createElement(NameAndRole)));
  await until(
    () => shown()?.includes("inside an OrganizationProvider") ?? false,
  );
});

function NameAndRole() {
  const { organization, role } = useOrganization();
  return `${organization.name} as ${role}. `;
}

function guarded(permission: Permission) {
  const fallback = `no ${permission}. `;
  return createElement(Can, { permission, fallback }, `${permission}. `);
}

/** Shows the reason of a thrown error, or else its message. */
class Boundary extends Component<{ children?: ReactNode }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return reasonOf(error) ?? String(error);
  }
}

function show(component: () => ReactNode): void {
  const place = document.createElement("main");
  document.body.replaceChildren(place);
  root = createRoot(place);
  root.render(createElement(TenantryProvider, null, createElement(component)));
}

function shown(): string | null {
  return document.body.textContent;
}
