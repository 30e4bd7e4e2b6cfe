import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();
let ada: Actor;
beforeAll(async () => {
  ada = await server.person("Ada");
});

const create = (body: { name: string; slug?: string }) =>
  ada.post("/organizations", body);

test("a slug is stored in lower case, and found in any case", async () => {
  const answer = await create({ name: "Folded", slug: " Fol-DED " });
  expect(expectStatus(answer, 201).body).toMatchObject({ slug: "fol-ded" });
  for (const slug of ["fol-ded", "FOL-DED", "Fol-Ded"])
    expectStatus(await ada.get(`/organizations/${slug}`), 200);
});

test("a slug is proposed from the name, without invalid characters", async () => {
  const proposals: [name: string, slug: RegExp][] = [
    ["Zoë & Søns, Inc.", /^zoe-s-ns-inc$/],
    ["Zoë & Søns, Inc.", /^zoe-s-ns-inc-[0-9a-f]{6}$/],
    ["日本", /^organization(-[0-9a-f]{6})?$/],
    ["Admin", /^admin-[0-9a-f]{6}$/],
    ["x", /^x-[0-9a-f]{6}$/],
    ["L".repeat(100), /^l{40}$/],
  ];
  for (const [name, slug] of proposals) {
    const { body } = expectStatus(await create({ name }), 201);
    expect(String(body.slug)).toMatch(slug);
  }
});

test("a reserved or invalid slug is refused with the reason", async () => {
  for (const slug of [
    "admin",
    "API",
    "new",
    "a",
    "-acme",
    "acme-",
    "ac me",
    "acme/x",
    "äcme",
    "org_01jd",
    "a".repeat(49),
    "",
  ]) {
    const answer = expectStatus(await create({ name: "Acme", slug }), 400);
    const { issues } = problemOf(answer);
    expect(issues?.map(({ path }) => path)).toContain("slug");
  }
});

test("a slug that another organization has or recently had is taken", async () => {
  expectStatus(await create({ name: "First", slug: "first" }), 201);
  const rename = { slug: "first-new" };
  expectStatus(await ada.put("/organizations/first", rename), 200);
  const second = await create({ name: "Second", slug: "second" });
  expectStatus(second, 201);
  for (const slug of ["first-new", "FIRST-NEW", "first"]) {
    for (const answer of [
      await create({ name: "Third", slug }),
      await ada.put("/organizations/second", { slug }),
    ])
      expect(problemOf(expectStatus(answer, 409)).reason).toBe("SLUG_TAKEN");
  }
  expectStatus(await ada.get("/organizations/second"), 200);
});

test("an organization can take its former slug back", async () => {
  expectStatus(await create({ name: "Back", slug: "back" }), 201);
  for (const [from, to] of [
    ["back", "forth"],
    ["forth", "back"],
  ] as const)
    expectStatus(await ada.put(`/organizations/${from}`, { slug: to }), 200);
  const answer = expectStatus(await ada.get("/organizations/forth"), 301);
  expect(answer.headers.get("location")).toBe("/api/organizations/back");
});

test("a sixth rename within 90 days is refused, and the slug does not change", async () => {
  expectStatus(await create({ name: "Many", slug: "many-0" }), 201);
  const rename = (from: string, to: string) =>
    ada.put(`/organizations/${from}`, { slug: to });
  for (let n = 0; n < 5; n++)
    expectStatus(await rename(`many-${n}`, `many-${n + 1}`), 200);
  const answer = expectStatus(await rename("many-5", "many-6"), 409);
  expect(problemOf(answer).reason).toBe("SLUG_LIMIT");
  expectStatus(await ada.get("/organizations/many-5"), 200);
  expectStatus(await create({ name: "Other", slug: "many-6" }), 201);
  expectStatus(await rename("many-5", "many-3"), 200);
  const named = { name: "Renamed" };
  expectStatus(await ada.put("/organizations/many-3", named), 200);
});

describe("the check of a slug", () => {
  const check = async (slug: string, org?: string, by = ada) =>
    expectStatus(
      await by.get<"organizations.checkSlug">(
        `/organization-slugs/${slug}${org ? `?org=${org}` : ""}`,
      ),
      200,
    ).body;
  const available = { isAvailable: true, suggestion: null };
  const taken = (suggestion: string) => ({ isAvailable: false, suggestion });

  test("suggests an available slug for a taken one", async () => {
    for (const slug of ["checked", "checked-2"])
      expectStatus(await create({ name: "Checked", slug }), 201);
    expect(await check("unchecked")).toEqual(available);
    expect(await check("CHECKED")).toEqual(taken("checked-3"));
    expect(await check("checked-2")).toEqual(taken("checked-3"));
    const long = "l".repeat(48);
    expectStatus(await create({ name: "Long", slug: long }), 201);
    expect(await check(long)).toEqual(taken(`${"l".repeat(44)}-2`));
    expectStatus(await ada.get("/organization-slugs/admin"), 400);
  });

  test("agrees with the change of a slug about former slugs", async () => {
    expectStatus(await create({ name: "Own", slug: "own" }), 201);
    expectStatus(await ada.put("/organizations/own", { slug: "own-new" }), 200);
    expect(await check("own")).toEqual(taken("own-2"));
    expect(await check("own", "own-new")).toEqual(available);
    expect(await check("own-new", "own-new")).toEqual(available);
  });

  test("answers about another organization as if it was not named", async () => {
    const ben = await server.person("Ben");
    expectStatus(await create({ name: "Hers", slug: "hers" }), 201);
    expectStatus(await ada.put("/organizations/hers", { slug: "hers-2" }), 200);
    for (const org of ["hers-2", "unknown", undefined])
      expect(await check("hers", org, ben)).toEqual(taken("hers-3"));
  });
});

describe("the number of checks of a slug", () => {
  const limited = serverSuite({ RATE_LIMIT_FACTOR: "1" });

  test("is limited for each user", async () => {
    const [eve, dan] = [
      await limited.person("Eve"),
      await limited.person("Dan"),
    ];
    const check = (by: Actor) => by.get("/organization-slugs/free");
    const answers = await Promise.all(
      Array.from({ length: 121 }, () => check(eve)),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expectStatus(await check(dan), 200);
  });
});
