import { beforeAll, describe, expect, test } from "bun:test";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { png } from "#testing/kit/images";
import { problemOf } from "#testing/kit/problem";
import type { Actor } from "#testing/kit/actor";

const server = serverSuite();
let admin: Actor;
beforeAll(async () => {
  admin = await server.person("Ada");
});

const image = png(300, 200).toString("base64");

/** An organization with a logo, and the URL of the logo. */
async function withLogo() {
  const org = await server.organization(admin);
  const path = `/organizations/${org.slug}`;
  const { body } = expectStatus(
    await admin.put(`${path}/logo`, { image }),
    200,
  );
  return { org, path, address: String(body.logoUrl), body };
}

async function logoOf(path: string): Promise<unknown> {
  const { body } = expectStatus(await admin.get(path), 200);
  return Object.entries(body).find(([name]) => name === "logoUrl")?.[1];
}

function download(address: string) {
  return fetch(new URL(address, server.url));
}

async function stored(orgId: string): Promise<number> {
  const { rows } = await server.db.client.execute({
    sql: "select count(*) from logos where org_id = ?",
    args: [orgId],
  });
  return Number(rows[0]?.[0]);
}

describe("a logo", () => {
  test("becomes a square WebP with its own URL, which cannot run scripts", async () => {
    const { address } = await withLogo();
    expect(address).toMatch(/^\/api\/logos\/lgo_[0-9a-z]{26}$/);
    const response = await download(address);
    const id = address.slice("/api/logos/".length);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-disposition": `inline; filename="${id}.webp"`,
      "cache-control": "private, max-age=31536000, immutable",
      "cross-origin-resource-policy": "same-origin",
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(await new Bun.Image(bytes).metadata()).toEqual({
      width: 256,
      height: 256,
      format: "webp",
    });
  });

  test("is shown wherever the organization is, also to invited people", async () => {
    const { org, path, address, body } = await withLogo();
    expect(await logoOf(path)).toBe(address);
    const context = await admin.get(`/auth/context?org=${org.slug}`);
    expect(context.body).toMatchObject({
      organization: { logoUrl: address, updatedAt: body.updatedAt },
      organizations: expect.arrayContaining([
        expect.objectContaining({ id: org.id, logoUrl: address }),
      ]),
    });
    const guest = await server.person("Guest");
    await server.invite(admin, org, guest.email, "viewer");
    const received = await guest.get("/auth/invitations");
    expect(received.text).toContain(address);
  });

  test("replaces the former logo, whose URL stops working", async () => {
    const { org, path, address } = await withLogo();
    const next = png(64, 64).toString("base64");
    expectStatus(await admin.put(`${path}/logo`, { image: next }), 200);
    expect(await logoOf(path)).not.toBe(address);
    expect((await download(address)).status).toBe(404);
    expect(await stored(org.id)).toBe(1);
  });

  test("can be removed, also twice", async () => {
    const { org, path, address } = await withLogo();
    for (let round = 0; round < 2; round++)
      expectStatus(await admin.delete(`${path}/logo`), 204);
    expect(await logoOf(path)).toBeNull();
    expect((await download(address)).status).toBe(404);
    expect(await stored(org.id)).toBe(0);
  });

  test("set by two admins at once is one of the two", async () => {
    const { org, path } = await withLogo();
    const answers = await Promise.all(
      [40, 50, 60].map((side) =>
        admin.put(`${path}/logo`, {
          image: png(side, side).toString("base64"),
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await stored(org.id)).toBe(1);
    const shown = await download(String(await logoOf(path)));
    expect(shown.status).toBe(200);
  });

  test("is in the audit log without its pixels", async () => {
    const { path, address } = await withLogo();
    const { rows } = await server.db.client.execute({
      sql: "select action, changes from audit_log where changes like ? order by seq desc limit 1",
      args: [`%${address}%`],
    });
    expect(rows[0]?.action).toBe("organizations.setLogo");
    const changes = String(rows[0]?.changes);
    expect(changes).not.toContain("Buffer");
    expect(changes.length).toBeLessThan(2000);
    expectStatus(await admin.get(`${path}/audit-log`), 200);
  });

  test("changes the version of the organization", async () => {
    const org = await server.organization(admin);
    const path = `/organizations/${org.slug}`;
    const { updatedAt } = expectStatus(await admin.get(path), 200).body;
    expectStatus(await admin.put(`${path}/logo`, { image }), 200);
    const late = await admin.put(path, { name: "Late", updatedAt });
    expect(problemOf(expectStatus(late, 409)).reason).toBe("STALE");
  });

  test("that is not an image is refused, and nothing changes", async () => {
    const { path, address } = await withLogo();
    const svg = Buffer.from("<svg onload='alert(1)'/>").toString("base64");
    const huge = png(5000, 40).toString("base64");
    for (const wrong of [svg, huge, "", "not base64!"]) {
      const answer = await admin.put(`${path}/logo`, { image: wrong });
      expect(problemOf(expectStatus(answer, 400)).issues?.[0]?.path).toBe(
        "image",
      );
    }
    expect(await logoOf(path)).toBe(address);
  });
});

describe("the logo URL in a change of the organization", () => {
  test("can be the current one", async () => {
    const { org, path, address } = await withLogo();
    const same = await admin.put(path, { name: "Same", logoUrl: address });
    expect(expectStatus(same, 200).body).toMatchObject({ logoUrl: address });
    expect(await stored(org.id)).toBe(1);
  });

  test("can be null or external, which deletes the stored logo", async () => {
    for (const logoUrl of [null, "https://acme.example/logo.png"]) {
      const { org, path, address } = await withLogo();
      expectStatus(await admin.put(path, { logoUrl }), 200);
      expect(await logoOf(path)).toBe(logoUrl);
      expect((await download(address)).status).toBe(404);
      expect(await stored(org.id)).toBe(0);
    }
  });

  test("cannot be the logo of another organization, or anything but https", async () => {
    const { address } = await withLogo();
    const { path, address: own } = await withLogo();
    for (const logoUrl of [
      address,
      "/api/logos/../avatars/x",
      "/elsewhere.png",
      "//evil.example/x.png",
      "http://acme.example/logo.png",
      "https://user:pass@acme.example/logo.png",
      "https://user@acme.example/logo.png",
      "https://:pass@acme.example/logo.png",
      "javascript:alert(1)",
      "data:image/png;base64,AAAA",
    ]) {
      const answer = await admin.put(path, { logoUrl });
      expect(problemOf(expectStatus(answer, 400)).issues?.[0]?.path).toBe(
        "logoUrl",
      );
    }
    expect(await logoOf(path)).toBe(own);
  });
});

test.each([
  "/api/logos/lgo_00000000000000000000000000",
  "/api/logos/avt_00000000000000000000000000",
  "/api/logos/' or 1=1 --",
  "/api/logos/",
])("an unknown logo URL is not found: %s", async (address) => {
  expect((await download(address)).status).toBe(404);
});
