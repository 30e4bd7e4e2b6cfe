import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import {
  can,
  createTenantry,
  isOutcomeUnknown,
  isTenantryError,
  reasonOf,
  type RouterInputs,
  type RouterOutputs,
  type Tenantry,
} from "./index";

const server = serverSuite();
let ana: Actor;
let org: TestOrganization;
let tenantry: Tenantry;
const requests: Request[] = [];

beforeAll(async () => {
  ana = await server.person("Ana");
  org = await server.organization(ana, "Acme");
  tenantry = clientOf(ana);
});

describe("a program", () => {
  test("creates, reads, changes and deletes", async () => {
    const input = { org: org.slug, name: "Website" };
    const made = await tenantry.projects.create.mutate(input);
    const id = { org: org.slug, projectId: made.id };
    await tenantry.projects.update.mutate({ ...id, name: "Site" });
    expect((await tenantry.projects.get.query(id)).name).toBe("Site");
    expect(await tenantry.projects.delete.mutate(id)).toBeUndefined();
    expect(await reason(tenantry.projects.get.query(id))).toBe("NOT_FOUND");
  });

  test("gets the reason of an error and the missing permission", async () => {
    const viewer = clientOf(await server.join(ana, org, "viewer"));
    const error = await refusal(
      viewer.projects.create.mutate({ org: org.slug, name: "Not mine" }),
    );
    expect(error.data?.reason).toBe("PERMISSION_DENIED");
    expect(error.data?.missing).toEqual(["project:create"]);
    expect(error.data?.requestId).toStartWith("req_");
    expect(can("viewer", "project:create")).toBe(false);
    expect(await names()).not.toContain("Not mine");
  });

  test("gets the invalid field of an input", async () => {
    const call = tenantry.projects.create.mutate({ org: org.slug, name: "" });
    const { data } = await refusal(call);
    expect(data?.issues).toEqual([
      { path: "name", rule: "NAME_REQUIRED", message: "Enter a name." },
    ]);
  });

  test("finds no trace of another organization", async () => {
    const stranger = clientOf(await server.person("Ben"));
    expect(await reason(stranger.projects.list.query({ org: org.id }))).toBe(
      "ORGANIZATION_NOT_FOUND",
    );
  });

  test("gets an error without a reason when the server is unreachable", async () => {
    const offline = createTenantry({ url: "http://127.0.0.1:1" });
    const error = await refusal(offline.auth.me.query());
    expect(error.data).toBeUndefined();
    expect(reasonOf(error)).toBeUndefined();
    expect(isOutcomeUnknown(error)).toBe(true);
    expect(isTenantryError(new Error("mine"))).toBe(false);
    expect(isOutcomeUnknown(new Error("mine"))).toBe(false);
  });
});

describe("requests", () => {
  test("sends 25 simultaneous queries as three batches of at most ten", async () => {
    requests.length = 0;
    const reads = Array.from({ length: 25 }, () => tenantry.auth.me.query());
    expect(new Set((await Promise.all(reads)).map(({ id }) => id)).size).toBe(
      1,
    );
    expect(requests.length).toBe(3);
  });

  test("keeps URLs short for long queries", async () => {
    requests.length = 0;
    const q = "q".repeat(200);
    const reads = Array.from({ length: 30 }, (_, limit) =>
      tenantry.projects.list.query({ org: org.id, q, limit: limit + 1 }),
    );
    await Promise.all(reads);
    for (const { url } of requests) expect(url.length).toBeLessThan(4097);
  });

  test("sends two simultaneous sign-ins separately, because a batch is refused", async () => {
    const { email, password } = ana;
    const visitor = createTenantry({ url: server.url.href });
    const signIns = [1, 2].map(() =>
      visitor.auth.signIn.mutate({ email, password }),
    );
    for (const answer of await Promise.all(signIns))
      expect(answer).toMatchObject({ user: { email } });
  });

  test("creates one project for one idempotency key", async () => {
    const once = { context: { idempotencyKey: "one" } };
    const input = { org: org.slug, name: "Only one" };
    const first = await tenantry.projects.create.mutate(input, once);
    const second = await tenantry.projects.create.mutate(input, once);
    expect(second).toEqual(first);
    expect((await names()).filter((name) => name === "Only one")).toHaveLength(
      1,
    );
  });

  test("sends an API key instead of the cookie", async () => {
    const keyed = createTenantry({
      url: server.url.href,
      apiKey: "not-a-key",
      headers: { Cookie: ana.cookie },
      fetch: recording,
    });
    expect(await reason(keyed.auth.me.query())).toBe("SIGNED_OUT");
    expect(requests.at(-1)?.headers.get("authorization")).toBe(
      "Bearer not-a-key",
    );
  });

  test("replaces the client's header by a given one, whatever its case", async () => {
    const elsewhere = clientOf(ana, { Origin: "https://elsewhere.example" });
    expect(await reason(elsewhere.auth.signOut.mutate())).toBe("CROSS_ORIGIN");
  });
});

test("wrong fields, procedures and shapes do not compile", () => {
  const input: RouterInputs["projects"]["create"] = { org: "acme", name: "A" };
  const unread = (project: RouterOutputs["projects"]["get"]) => [
    project.name,
    // @ts-expect-error a project has no such field
    project.nam,
  ];
  const uncalled = () => [
    // @ts-expect-error the field is called name
    tenantry.projects.create.mutate({ org: "acme", nam: "A" }),
    // @ts-expect-error every call needs an organization
    tenantry.projects.list.query({}),
    // @ts-expect-error there is no such procedure
    tenantry.projects.rename.mutate(input),
    // @ts-expect-error there is no such permission
    can("admin", "project:paint"),
    // @ts-expect-error the server never gives this reason
    reasonOf(undefined) === "OUT_OF_PAPER",
  ];
  expect([unread, uncalled]).toBeArray();
});

function recording(input: string | URL | Request, init?: RequestInit) {
  const request = new Request(input, init);
  requests.push(request);
  return fetch(request.clone());
}

function clientOf(actor: Actor, headers: Record<string, string> = {}) {
  return createTenantry({
    url: server.url.href,
    headers: { cookie: actor.cookie, ...headers },
    fetch: recording,
  });
}

async function names(): Promise<string[]> {
  const { items } = await tenantry.projects.list.query({ org: org.slug });
  return items.map(({ name }) => name);
}

async function refusal(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isTenantryError(error)) throw new Error("The call was not refused.");
  return error;
}

async function reason(call: Promise<unknown>) {
  return reasonOf(await refusal(call));
}
