import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { addPersonalKey } from "#testing/kit/api-keys";
import type { TestOrganization } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { fieldsOf, procedures } from "#testing/matrix/procedures";
import { withOrg } from "./bind";
import { can } from "./permissions";
import {
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
    const offline = createTenantry({
      url: "http://127.0.0.1:1",
      retries: 0,
    });
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
    const once = { idempotencyKey: "one" };
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
    expect(await reason(keyed.auth.me.query())).toBe("API_KEY_INVALID");
    expect(requests.at(-1)?.headers.get("authorization")).toBe(
      "Bearer not-a-key",
    );
  });

  test("acts as the owner of an API key", async () => {
    const { key } = await addPersonalKey(server, org.id, ana);
    const { projects, auth } = createTenantry({
      url: server.url.href,
      apiKey: key,
      org: org.slug,
    });
    await projects.create.mutate({ name: "By a key" });
    expect(await names()).toContain("By a key");
    expect((await auth.context.query()).user?.id).toBe(ana.id);
    expect(await reason(auth.sessions.query())).toBe("KEY_NOT_ALLOWED");
  });

  test("replaces the client's header by a given one, whatever its case", async () => {
    const elsewhere = clientOf(ana, { Origin: "https://elsewhere.example" });
    expect(await reason(elsewhere.auth.signOut.mutate())).toBe("CROSS_ORIGIN");
  });
});

describe("a client of one organization", () => {
  test("calls without naming the organization", async () => {
    const acme = boundTo(org.slug);
    const { id: projectId } = await acme.projects.create.mutate({ name: "B" });
    expect((await acme.projects.get.query({ projectId })).name).toBe("B");
    await acme.projects.delete.mutate({ projectId });
    expect((await acme.projects.list.query()).nextCursor).toBeNull();
    expect((await acme.auth.context.query()).organization?.slug).toBe(org.slug);
  });

  test("calls procedures that are about no organization", async () => {
    const acme = boundTo(org.slug);
    expect((await acme.auth.me.query()).id).toBe(ana.id);
    const { items } = await acme.organizations.list.query();
    expect(items.map(({ slug }) => slug)).toEqual([org.slug]);
  });

  test("gets the error of a stranger for another organization", async () => {
    const foreign = await server.organization(await server.person("Ben"));
    const { projects } = boundTo(foreign.id);
    expect(await reason(projects.list.query())).toBe("ORGANIZATION_NOT_FOUND");
  });

  test("every procedure that takes an organization gets it", () => {
    const takers = procedures
      .map(({ path }) => path)
      .filter((path) => fieldsOf(path).includes("org"));
    expect(takers).toContain("projects.list");
    for (const { path } of procedures)
      expect([path, withOrg(path, {}, "acme")]).toEqual([
        path,
        takers.includes(path) ? { org: "acme" } : {},
      ]);
  });
});

describe("a loop over a list", () => {
  test("returns all rows, and reads a page when it arrives there", async () => {
    const own = await server.organization(ana);
    const { projects } = boundTo(own.slug);
    for (const name of ["A", "B", "C", "D", "E"])
      await projects.create.mutate({ name });
    requests.length = 0;
    const seen: [string, number][] = [];
    for await (const { name } of projects.list.iterate({ limit: 2 }))
      seen.push([name, requests.length]);
    expect(seen).toEqual([
      ["E", 1],
      ["D", 1],
      ["C", 2],
      ["B", 2],
      ["A", 3],
    ]);
  });

  test("reads nothing more after it ends early", async () => {
    const own = await server.organization(ana);
    const { projects } = boundTo(own.slug);
    for (const name of ["A", "B"]) await projects.create.mutate({ name });
    requests.length = 0;
    for await (const { name } of projects.list.iterate({ limit: 1 }))
      if (name === "B") break;
    expect(requests).toHaveLength(1);
  });

  test("ends with the error of a page", async () => {
    const { projects } = boundTo("no-such-organization");
    const read = async () => {
      for await (const { name } of projects.list.iterate())
        expect(name).toBeUndefined();
    };
    expect(await reason(read())).toBe("ORGANIZATION_NOT_FOUND");
  });

  test("is the same for a list that is about no organization", async () => {
    const slugs: string[] = [];
    for await (const { slug } of tenantry.organizations.list.iterate())
      slugs.push(slug);
    expect(slugs).toContain(org.slug);
  });
});

test("every request names the client and its version", async () => {
  requests.length = 0;
  await tenantry.auth.me.query();
  await tenantry.auth.updateMe.mutate({ name: "Ana" });
  const { version } = await Bun.file("package.json").json();
  for (const { headers } of requests)
    expect(headers.get("x-tenantry-client")).toBe(`tenantry/${version}`);
  expect(requests).toHaveLength(2);
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
    // @ts-expect-error the client of an organization adds it itself
    boundTo("acme").projects.list.query({ org: "acme" }),
    // @ts-expect-error there is no such filter
    boundTo("acme").projects.list.query({ state: "active" }),
    // @ts-expect-error the client sets the cursor
    tenantry.projects.list.iterate({ org: "acme", cursor: "x" }),
    // @ts-expect-error a project is no list
    tenantry.projects.get.iterate({ org: "acme", projectId: "x" }),
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

function boundTo(name: string) {
  return createTenantry({
    url: server.url.href,
    headers: { cookie: ana.cookie },
    fetch: recording,
    org: name,
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
