import { describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { addApp } from "#testing/kit/authenticator-app";
import { ageLastSignIn } from "#testing/kit/sessions";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import { problemOf } from "#testing/kit/problem";

const server = serverSuite();

/** A passkey response in the right format, with an invalid signature. */
const FORGED = {
  id: "AAAA",
  rawId: "AAAA",
  type: "public-key",
  response: {
    clientDataJSON: "e30",
    authenticatorData: "AAAA",
    signature: "AAAA",
    userHandle: "AAAA",
  },
};

function prove(actor: Actor, password = actor.password) {
  return actor.post("/auth/reauthenticate", { password });
}

async function adminOfOne() {
  const admin = await server.person();
  const org = await server.organization(admin);
  const remove = () =>
    admin.delete(`/organizations/${org.slug}?confirm=${org.slug}`);
  return { admin, org, remove };
}

test("a sensitive action needs the password again after ten minutes", async () => {
  const { admin, org, remove } = await adminOfOne();
  await ageLastSignIn(server, admin);
  const refused = expectStatus(await remove(), 403);
  expect(problemOf(refused).reason).toBe("REAUTHENTICATION_REQUIRED");
  expectStatus(await admin.get(`/organizations/${org.slug}`), 200);
  const proven = expectStatus(await prove(admin), 204);
  expect(proven.text).toBe("");
  expectStatus(await remove(), 204);
});

test("a wrong password neither reauthenticates nor ends the session", async () => {
  const { admin, remove } = await adminOfOne();
  await ageLastSignIn(server, admin);
  const wrong = expectStatus(await prove(admin, "a wrong passphrase"), 401);
  expect(problemOf(wrong).reason).toBe("INVALID_CREDENTIALS");
  expectStatus(await remove(), 403);
  expectStatus(await admin.get("/auth/context"), 200);
});

test("a reauthentication counts in its own browser only", async () => {
  const { admin } = await adminOfOne();
  const other = admin.otherBrowser();
  expectStatus(await other.signIn(), 200);
  await ageLastSignIn(server, admin);
  expectStatus(await prove(other), 204);
  const org = await server.organization(admin);
  const address = `/organizations/${org.slug}?confirm=${org.slug}`;
  expectStatus(await admin.delete(address), 403);
  expectStatus(await other.delete(address), 204);
});

test("a reauthentication needs a session", async () => {
  expectStatus(await prove(server.stranger()), 401);
});

describe("a user with two-factor authentication reauthenticates", () => {
  async function adminWithApp() {
    const { admin, remove } = await adminOfOne();
    const app = await addApp(server, admin);
    await ageLastSignIn(server, admin);
    const proveWith = (proof: object) =>
      admin.post("/auth/reauthenticate", proof);
    return { admin, app, remove, proveWith };
  }

  test("with a code from the app, once", async () => {
    const { admin, app, remove, proveWith } = await adminWithApp();
    const code = app.nextCode();
    expectStatus(await proveWith({ code }), 204);
    await ageLastSignIn(server, admin);
    const again = expectStatus(await proveWith({ code }), 401);
    expect(problemOf(again).reason).toBe("INVALID_CODE");
    expectStatus(await remove(), 403);
  });

  test("with a recovery code, once", async () => {
    const { app, remove, proveWith } = await adminWithApp();
    const [code = ""] = app.recoveryCodes;
    expectStatus(await proveWith({ code }), 204);
    const again = expectStatus(await proveWith({ code }), 401);
    expect(problemOf(again).reason).toBe("INVALID_CODE");
    expectStatus(await remove(), 204);
  });

  test("with the password", async () => {
    const { admin, remove } = await adminWithApp();
    expectStatus(await prove(admin), 204);
    expectStatus(await remove(), 204);
  });

  test("not with a code of another user", async () => {
    const { remove, proveWith } = await adminWithApp();
    const other = await addApp(server, await server.person());
    expectStatus(await proveWith({ code: other.nextCode() }), 401);
    const [code = ""] = other.recoveryCodes;
    expectStatus(await proveWith({ code }), 401);
    expectStatus(await remove(), 403);
  });
});

test("a second factor that the user does not have does not reauthenticate", async () => {
  const { admin, remove } = await adminOfOne();
  await server.db.client.execute({
    sql: "update users set password_hash = null where id = ?",
    args: [admin.id],
  });
  await ageLastSignIn(server, admin);
  const reasons = {
    INVALID_CREDENTIALS: { password: admin.password },
    INVALID_CODE: { code: "123456" },
    INVALID_PASSKEY: { passkey: FORGED },
  };
  for (const [reason, proof] of Object.entries(reasons)) {
    const answer = await admin.post("/auth/reauthenticate", proof);
    expect(problemOf(expectStatus(answer, 401)).reason).toBe(reason);
  }
  expectStatus(await remove(), 403);
});

test("a reauthentication takes exactly one credential", async () => {
  const { admin } = await adminOfOne();
  const { password } = admin;
  for (const proofs of [{}, { password, code: "123456" }])
    expectStatus(await admin.post("/auth/reauthenticate", proofs), 400);
});
