import { expect, test } from "bun:test";
import {
  type Accessor,
  catchError,
  children,
  createComponent,
  createRoot,
  createSignal,
  type JSX,
} from "solid-js";
import type { Permission } from "#shared/permissions";
import {
  Can,
  createTenantrySolid,
  memberContextOf,
  OrganizationProvider,
  reasonOf,
  skipToken,
  useOrganization,
} from "../solid";
import { currentVisit } from "./page";
import { until } from "./until";

const { org, foreignOrg, viewerOrg, ...connection } = currentVisit();
const api = createTenantrySolid(connection);

test("a query follows its signal, and waits while it is undefined", () =>
  inRoot(async () => {
    const [name, setName] = createSignal<string>();
    const read = api.organizations.get.useQuery(() => {
      const slug = name();
      return slug === undefined ? skipToken : { org: slug };
    });
    await Bun.sleep(20);
    expect(read.fetchStatus).toBe("idle");
    setName(org);
    await until(() => read.isSuccess);
    expect(read.data?.name).toBe("Acme");
    setName(foreignOrg);
    await until(() => read.isError);
    expect(reasonOf(read.error)).toBe("ORGANIZATION_NOT_FOUND");
    expect(read.failureCount).toBe(1);
  }));

test("a mutation refetches the list", () =>
  inRoot(async () => {
    const list = api.projects.list.useQuery(() => ({ org }));
    const create = api.projects.create.useMutation(() => ({
      onSuccess: () => api.projects.list.invalidate({ org }),
    }));
    await until(() => list.isSuccess);
    create.mutate({ org, name: "Website" });
    await until(() => list.data?.items.length === 1);
    expect(create.data?.name).toBe("Website");
  }));

test("an optimistic patch is reverted when the server refuses", () =>
  inRoot(async () => {
    const list = api.projects.list.useQuery(() => ({ org }));
    const filtered = api.projects.list.useQuery(() => ({ org, q: "Web" }));
    const pages = api.projects.list.useInfiniteQuery(() => ({ org }));
    const shown = () => [
      list.data?.items[0]?.name,
      filtered.data?.items[0]?.name,
      pages.data?.pages[0]?.items[0]?.name,
    ];
    await until(() => shown().every((name) => name === "Website"));
    const projectId = list.data?.items[0]?.id ?? "";

    const rename = api.projects.update.useMutation(() => ({
      onMutate: async ({ name = "" }) => {
        const change = <P extends { items: { name: string }[] }>(page: P) => ({
          ...page,
          items: page.items.map((item) => ({ ...item, name })),
        });
        const undo = await api.projects.list.patch({ org }, change);
        const undoPages = await api.projects.list.patchPages({ org }, change);
        // The request is sent only after `onMutate` ends, so the names that are shown here come from the optimistic
        // change and not from the server.
        await until(() => shown().every((shownName) => shownName === name));
        return { undo: () => (undo(), undoPages()) };
      },
      onError: (_error, _input, kept) => kept?.undo(),
    }));
    rename.mutate({ org, projectId, name: "x".repeat(201) });
    await until(() => rename.isError);
    expect(rename.error?.data?.issues?.[0]?.path).toBe("name");
    await until(() => shown().every((name) => name === "Website"));
  }));

test("an infinite query fetches the next page", () =>
  inRoot(async () => {
    for (const name of ["A", "B", "C"])
      await api.projects.create.mutate({ org, name });
    const pages = api.projects.list.useInfiniteQuery(() => ({ org, limit: 2 }));
    await until(() => pages.isSuccess);
    expect(pages.hasNextPage).toBe(true);
    await pages.fetchNextPage();
    await until(() => !pages.hasNextPage);
    const names = pages.data?.pages.flatMap(({ items }) =>
      items.map((item) => item.name),
    );
    expect(names).toEqual(["C", "B", "A", "Website"]);
  }));

test("the cache can be read outside of components", async () => {
  const input = { org, limit: 1 };
  await api.projects.list.prefetch(input);
  const before = api.projects.list.getData(input);
  expect(before?.items).toHaveLength(1);
  api.projects.list.setData(input, (page) => page && { ...page, items: [] });
  expect(api.projects.list.getData(input)?.items).toEqual([]);
  const key = api.projects.list.queryKey(input);
  expect(api.queryClient.getQueryData(key)?.items).toEqual([]);
  await api.invalidate();
  expect(api.queryClient.getQueryState(key)?.isInvalidated).toBe(true);
  const fresh = api.queryClient.fetchQuery(
    api.projects.list.queryOptions(input),
  );
  expect(await fresh).toEqual(before as NonNullable<typeof before>);
});

test("a procedure can be called outside of components", async () => {
  expect((await api.auth.me.query()).name).toBe("Ana");
  const { organization } = await api.auth.context.query({ org });
  expect(organization?.name).toBe("Acme");
});

test("a subscription receives changes until it ends", async () => {
  const kinds: string[] = [];
  const { unsubscribe } = api.live.changes.subscribe(
    { org },
    { onData: ({ kind }) => void kinds.push(kind) },
  );
  await until(() => kinds.includes("you"));
  await api.projects.create.mutate({ org, name: "Told" });
  await until(() => kinds.includes("projects"));
  unsubscribe();
});

test("an organization is read, and decides what its member sees", () =>
  inRoot(async () => {
    const [name, setName] = createSignal(org);
    const shown = children(() =>
      createComponent(OrganizationProvider, {
        api,
        get org() {
          return name();
        },
        fallback: "Loading",
        get children() {
          return [
            nameAndRole(),
            guarded("project:read"),
            guarded("project:create"),
          ];
        },
      }),
    );
    expect(shown()).toBe("Loading");
    await until(() => shown.toArray().length === 3);
    const admin = "Acme as admin with 2 organizations";
    expect(shown()).toEqual([admin, "project:read", "project:create"]);
    setName(viewerOrg);
    const viewer = "Beta as viewer with 2 organizations";
    await until(() => shown.toArray()[0] === viewer);
    expect(shown()).toEqual([viewer, "project:read", "no project:create"]);
  }));

test("an organization that the page has read is shown at once", () =>
  inRoot(async () => {
    const context = memberContextOf(await api.auth.context.query({ org }));
    if (!context) throw new Error("Ana is a member.");
    const shown = children(() =>
      createComponent(OrganizationProvider, {
        context,
        get children() {
          return guarded("billing:manage");
        },
      }),
    );
    expect(shown()).toBe("billing:manage");
  }));

test("the provider throws an error for an organization of other users", () =>
  inRoot(async () => {
    let refusal: unknown;
    catchError(
      () =>
        children(() =>
          createComponent(OrganizationProvider, {
            api,
            org: foreignOrg,
            children: "Secret",
          }),
        ),
      (error) => void (refusal = error),
    );
    await until(() => refusal !== undefined);
    expect(reasonOf(refusal)).toBe("ORGANIZATION_NOT_FOUND");
  }));

test("an organization cannot be used outside of its provider", () =>
  inRoot(async () => {
    expect(() => useOrganization()).toThrow("inside an OrganizationProvider");
  }));

test("a missing method throws an error with its name", () => {
  const { list } = api.projects;
  const misspelt = list as unknown as Record<"useQeury", () => void>;
  expect(() => misspelt.useQeury()).toThrow(
    "api.projects.list has no method useQeury.",
  );
});

function nameAndRole(): JSX.Element {
  return view(() => {
    const { organization, organizations, role } = useOrganization();
    return () =>
      `${organization().name} as ${role()} with ${organizations().length} organizations`;
  });
}

function guarded(permission: Permission): JSX.Element {
  return createComponent(Can, {
    permission,
    fallback: `no ${permission}`,
    children: permission,
  });
}

/** A component that shows a text that changes. Outside of JSX the type of an element has no accessors. */
function view(setUp: () => Accessor<string>): JSX.Element {
  return createComponent(() => setUp() as unknown as JSX.Element, {});
}

function inRoot(work: () => Promise<void>): Promise<void> {
  return createRoot((dispose) => work().finally(dispose));
}
