import { expect, test } from "bun:test";
import { startServer } from "#testing/kit/server";
import type { Reason } from "./index";
import { createTenantryReact } from "./react";
import { openPage, prepareVisit } from "./testing/page";

test("hooks read, write and patch in a page against the server", async () => {
  const server = await startServer();
  const visit = await prepareVisit(server);
  const faults = await openPage("react-page.ts", visit, [
    "--preload=./src/sdk/testing/dom.ts",
  ]);
  await server.stop();
  expect(faults).toBe("");
});

test("wrong fields and shapes do not compile", () => {
  const { api } = createTenantryReact();
  function Uncalled() {
    // @ts-expect-error the field is called org
    api.projects.list.useQuery({ organization: "acme" });
    // @ts-expect-error there is no such filter
    api.projects.list.useQuery({ org: "acme", state: "active" });
    // @ts-expect-error there is no such procedure
    api.projects.rename.useMutation();

    const list = api.projects.list.useQuery({ org: "acme" });
    const reason: Reason | undefined = list.error?.data?.reason;
    // @ts-expect-error the server never gives this reason
    const isUnknown = reason === "OUT_OF_PAPER";
    // @ts-expect-error a project has no such field
    const misread = list.data?.items[0]?.nam;
    // @ts-expect-error the field is called name
    api.projects.create.useMutation().mutate({ org: "acme", nam: "A" });
    api.live.changes.useSubscription(
      { org: "acme" },
      // @ts-expect-error there is no such kind
      { onData: ({ kind }) => kind === "weather" },
    );
    return { isUnknown, misread };
  }
  expect(Uncalled).toBeFunction();
});
