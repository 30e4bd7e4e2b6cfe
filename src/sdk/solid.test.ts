import { expect, test } from "bun:test";
import { startServer } from "#testing/kit/server";
import type { Reason } from "./index";
import { createTenantrySolid, skipToken } from "./solid";
import { openPage, prepareVisit } from "./testing/page";

test("queries, mutations, patches and pages work in a page against the server", async () => {
  const server = await startServer();
  const visit = await prepareVisit(server);
  const faults = await openPage("solid-page.ts", visit, [
    "--conditions=browser",
  ]);
  await server.stop();
  expect(faults).toBe("");
});

type Signal = Parameters<
  NonNullable<
    Parameters<
      ReturnType<typeof createTenantrySolid>["live"]["changes"]["subscribe"]
    >[1]["onData"]
  >
>[0];

test("wrong fields and shapes do not compile", () => {
  const api = createTenantrySolid();
  const acme = { org: "acme" };
  const uncalled = () => {
    // @ts-expect-error the field is called org
    api.projects.list.useQuery(() => ({ organization: "acme" }));
    // @ts-expect-error there is no such filter, and the others are optional
    api.projects.list.useQuery(() => ({ ...acme, state: "active" }));
    api.projects.list.useQuery(() =>
      // @ts-expect-error nor beside skipToken
      navigator.onLine ? { ...acme, state: "active" } : skipToken,
    );
    // @ts-expect-error every call needs an organization
    api.projects.list.useQuery();
    api.auth.context.useQuery();
    // @ts-expect-error a mutation has no cache
    api.projects.create.useQuery(() => acme);
    // @ts-expect-error only pages have a cursor
    api.organizations.get.useInfiniteQuery(() => acme);
    // @ts-expect-error the client sets the cursor of a page
    api.projects.list.useInfiniteQuery(() => ({ ...acme, cursor: "x" }));

    const list = api.projects.list.useQuery(() =>
      navigator.onLine ? { ...acme, status: "active" } : skipToken,
    );
    const reason: Reason | undefined = list.error?.data?.reason;
    // @ts-expect-error the server never gives this reason
    const isUnknown = reason === "OUT_OF_PAPER";
    // @ts-expect-error a project has no such field
    const misread = list.data?.items[0]?.nam;
    const count: number | undefined = api.projects.list.useQuery(
      () => acme,
      () => ({ select: ({ items }) => items.length }),
    ).data;

    const create = api.projects.create.useMutation();
    // @ts-expect-error the field is called name
    create.mutate({ ...acme, nam: "A" });
    // @ts-expect-error the change keeps the shape of the list
    void api.projects.list.patch(acme, ({ items }) => items);
    api.auth.signOut.useMutation().mutate();
    // @ts-expect-error there is no such kind
    const isUnheard = ({ kind }: Signal) => kind === "weather";
    api.live.changes.subscribe(acme, { onData: isUnheard }).unsubscribe();
    // @ts-expect-error a stream has no cache
    api.live.changes.useQuery(() => acme);
    return { isUnknown, misread, count };
  };
  expect(uncalled).toBeFunction();
});
