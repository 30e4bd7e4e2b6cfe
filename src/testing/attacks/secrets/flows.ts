import { expect } from "bun:test";
import { Secret, TOTP } from "otpauth";
import { KeyActor } from "#testing/kit/api-keys";
import {
  addPasskey,
  createAuthenticator,
  startSignIn,
} from "#testing/kit/authenticator";
import { returnFromProvider, goToProvider } from "#testing/kit/oauth-flow";
import { expectStatus } from "#testing/kit/people";
import { until } from "#testing/kit/until";
import type { Witness } from "./witness";
import type { World } from "./world";

/** Every flow in which the server sends, shows or mails a secret. The test searches only for secrets of these flows. */
export const flows: Record<string, (world: World) => Promise<unknown>> = {
  "sign-up, sign-in and sign-out": async (world) => {
    const ana = await world.member("Ana");
    const elsewhere = ana.otherBrowser();
    expectStatus(await elsewhere.signIn("a mistyped passphrase"), 401);
    expectStatus(await elsewhere.signIn(), 200);
    expectStatus(await elsewhere.post("/auth/sign-out"), 204);
    const again = { email: "pending@example.com", name: "Pending" };
    const password = "a passphrase that never confirms";
    expectStatus(await ana.post("/auth/sign-up", { ...again, password }), 202);
    const { email } = again;
    const resent = ana.post("/auth/verify-email/resend", { email });
    expectStatus(await resent, 202);
    world.remember("token", await world.mailedToken(email, "verify"));
  },

  "a verification link opened in another browser": async (world) => {
    const asked = world.newcomer("Abe");
    const { name, email, password } = asked;
    const signUp = asked.post("/auth/sign-up", { name, email, password });
    expectStatus(await signUp, 202);
    const token = await world.mailedToken(email, "verify");
    const opened = asked.otherBrowser();
    expectStatus(await opened.post("/auth/verify-email", { token }), 200);
    const choice = { token, name, password: "Abe's second passphrase" };
    const chosen = opened.post("/auth/verify-email/password", choice);
    expectStatus(await chosen, 200);
  },

  "a password reset and change": async (world) => {
    const bea = await world.member("Bea");
    const { email } = bea;
    expectStatus(await bea.post("/auth/forgot-password", { email }), 202);
    const token = await world.mailedToken(email, "reset");
    const choice = { token, password: "Bea's second passphrase" };
    expectStatus(await bea.post("/auth/reset-password", choice), 200);
    expectStatus(await bea.post("/auth/reset-password", choice), 404);
    const change = {
      currentPassword: choice.password,
      newPassword: "Bea's third passphrase",
    };
    expectStatus(await bea.post("/auth/change-password", change), 204);
    const proof = { password: change.newPassword };
    expectStatus(await bea.post("/auth/reauthenticate", proof), 204);
  },

  "an invitation with a delayed mail": async (world) => {
    const cleo = await world.member("Cleo");
    const org = await world.organization(cleo);
    const dan = world.newcomer("Dan");
    world.mail.behave({ step: "recipient", code: 451 }, dan.email);
    const headers = { "idempotency-key": "an-invitation-once" };
    const input = { email: dan.email, role: "member" };
    const path = `/organizations/${org.slug}/invitations`;
    const invited = await cleo.post(path, input, { headers });
    expectStatus(invited, 201);
    // Wait until the mail failed once: the log then contains the error, and the database still contains the mail.
    await until(
      "the log of the failed try",
      () => world.server.output().includes('"outbox"') || undefined,
    );
    const waiting = world.atRest();
    world.mail.behave("accept", dan.email);
    const token = await world.mailedToken(dan.email, "invite");
    if (waiting.includes(token))
      throw new Error("The queued mail is stored in clear.");
    const { name, email, password } = dan;
    const signUp = { name, email, password, invitationToken: token };
    expectStatus(await dan.post("/auth/sign-up", { ...signUp, x: 1 }), 400);
    expectStatus(await dan.post("/auth/sign-up", signUp), 201);
    expectStatus(await dan.post("/invitations/preview", { token }), 200);
    expectStatus(await dan.post("/invitations/accept", { token }), 200);
    expectStatus(await cleo.post("/invitations/accept", { token }), 404);
  },

  "a copied link to an invitation": async (world) => {
    const mia = await world.member("Mia");
    const org = await world.organization(mia);
    const noa = await world.member("Noa");
    const path = `/organizations/${org.slug}/invitations`;
    const input = { email: noa.email, role: "viewer" };
    const invited = expectStatus(await mia.post(path, input), 201).body;
    const headers = { "idempotency-key": "a-copied-link-once" };
    const copied = () =>
      mia.post(`${path}/${String(invited.id)}/link`, {}, { headers });
    const { url } = expectStatus(await copied(), 201).body;
    const token = new URL(String(url)).hash.slice("#token=".length);
    world.remember("token", token);
    if (expectStatus(await copied(), 201).body.url !== url)
      throw new Error("The duplicate request returned another link.");
    expectStatus(await noa.post("/invitations/preview", { token }), 200);
    expectStatus(await mia.post("/invitations/accept", { token }), 403);
    expectStatus(await noa.post("/invitations/accept", { token }), 200);
  },

  "an invitation link": async (world) => {
    const lea = await world.member("Lea");
    const org = await world.organization(lea);
    const path = `/organizations/${org.slug}/invitation-links`;
    const headers = { "idempotency-key": "a-link-once" };
    const made = () => lea.post(path, { role: "viewer" }, { headers });
    const { url } = expectStatus(await made(), 201).body;
    const token = new URL(String(url)).hash.slice("#token=".length);
    world.remember("token", token);
    const again = expectStatus(await made(), 201).body;
    if (String(again.url) !== String(url))
      throw new Error("The duplicate request returned another link.");
    const leo = await world.member("Leo");
    expectStatus(await leo.post("/invitation-links/preview", { token }), 200);
    expectStatus(await leo.post("/invitation-links/join", { token }), 200);
    const wrong = { token: "a-token-that-nobody-was-given" };
    expectStatus(await lea.post("/invitation-links/join", wrong), 404);
  },

  "an email change": async (world) => {
    const eve = await world.member("Eve");
    const email = "eve.new@example.com";
    expectStatus(await eve.post("/auth/change-email", { email }), 202);
    const token = await world.mailedToken(email, "change-email");
    const confirm = (browser = eve) =>
      browser.post("/auth/change-email/confirm", { token });
    expectStatus(await confirm(eve.otherBrowser()), 403);
    expectStatus(await confirm(await world.member("Eva")), 403);
    expectStatus(await confirm(), 200);
    expectStatus(await confirm(), 404);
  },

  "an authenticator app, its codes, and recovery codes": async (world) => {
    const fay = await world.member("Fay");
    const headers = { "idempotency-key": "an-app-once" };
    const started = await fay.post("/auth/two-factor/totp", {}, { headers });
    const { secret } = expectStatus(started, 200).body;
    const bytes = Secret.fromBase32(String(secret));
    world.remember("bytes of an app's secret", bytes.hex.toLowerCase());
    const totp = new TOTP({ secret: bytes });
    const code = (steps: number) =>
      totp.generate({ timestamp: Date.now() + steps * 30_000 });
    const confirmed = await fay.post<"twoFactor.confirmTotp">(
      "/auth/two-factor/totp/confirm",
      {
        code: code(0),
      },
    );
    const recoveryCodes = expectStatus(confirmed, 200).body.recoveryCodes ?? [];
    const completeSignIn = async (given: string) => {
      const browser = fay.otherBrowser();
      expectStatus(await browser.signIn(), 200);
      return browser.post("/auth/two-factor", { code: given });
    };
    expectStatus(await completeSignIn("000001"), 401);
    expectStatus(await completeSignIn(code(1)), 200);
    expectStatus(await completeSignIn(recoveryCodes[0] ?? ""), 200);
    expectStatus(await completeSignIn(recoveryCodes[0] ?? ""), 401);
    for (const shown of recoveryCodes) rememberSpellings(world, shown);
    const more = await fay.post<"twoFactor.newRecoveryCodes">(
      "/auth/two-factor/recovery-codes",
    );
    const renewed = expectStatus(more, 200).body;
    for (const shown of renewed.recoveryCodes) rememberSpellings(world, shown);
  },

  "a passkey": async (world) => {
    const gus = await world.member("Gus");
    const key = createAuthenticator(world.server.url);
    const { recoveryCodes } = await addPasskey(gus, key);
    for (const shown of recoveryCodes ?? []) rememberSpellings(world, shown);
    const browser = gus.otherBrowser();
    const response = key.answer(await startSignIn(browser));
    const enter = () => browser.post("/auth/passkeys/sign-in", { response });
    expectStatus(await enter(), 200);
    expectStatus(await enter(), 401);
  },

  "a linked account at an OpenID Connect provider": async (world) => {
    const hal = await world.member("Hal");
    await world.oidc.know({ sub: "hal-elsewhere", email: hal.email });
    await link(world, hal, "oidc", "hal-elsewhere");
  },

  "a linked account at GitHub": async (world) => {
    const ida = await world.member("Ida");
    world.github.know({ id: 4711, login: "ida-elsewhere" });
    await link(world, ida, "github", "ida-elsewhere");
  },

  "API keys of a member and of a service account": async (world) => {
    const kim = await world.member("Kim");
    const home = `/organizations/${(await world.organization(kim)).slug}`;
    const input = { name: "Deploy", scopes: ["project:create"] };
    const headers = { "idempotency-key": "a key once" };
    const create = () =>
      kim.post<"apiKeys.create">(`${home}/api-keys`, input, { headers });
    const { key, secret } = expectStatus(await create(), 201).body;
    expect(expectStatus(await create(), 201).body.secret).toBe(secret);
    await useKey(world, home, secret);
    const rotated = await kim.post<"apiKeys.rotate">(
      `${home}/api-keys/${key.id}/rotate`,
    );
    await useKey(world, home, expectStatus(rotated, 200).body.secret);

    const account = await kim.post<"serviceAccounts.create">(
      `${home}/service-accounts`,
      { name: "CI", role: "member" },
    );
    const { id } = expectStatus(account, 201).body;
    const issued = await kim.post<"serviceAccounts.createKey">(
      `${home}/service-accounts/${id}/keys`,
      input,
    );
    await useKey(world, home, expectStatus(issued, 201).body.secret);
    expectStatus(await kim.delete(`${home}/api-keys/${key.id}`), 204);
  },

  "a data export and an account deletion": async (world) => {
    const jo = await world.member("Jo");
    expectStatus(await jo.get("/auth/me/export"), 200);
    const address = encodeURIComponent(jo.email);
    expectStatus(await jo.delete(`/auth/me?confirm=${address}`), 204);
  },
};

/** Sends an API key in every way in which it can reach the server, also by mistake. */
async function useKey(
  { server, remember }: World,
  home: string,
  key: string,
): Promise<void> {
  remember("API key", key);
  remember("secret part of an API key", key.slice(key.lastIndexOf("_") + 1));
  const program = new KeyActor(server, "", key);
  expectStatus(
    await program.post(`${home}/projects`, { name: "Website" }),
    201,
  );
  expectStatus(await program.get(`${home}/audit-log`), 403);
  const mistyped = new KeyActor(server, "", `${key}x`);
  expectStatus(await mistyped.get(`${home}/projects`), 401);
  expectStatus(await program.get(`${home}/projects?api_key=${key}`), 400);
  await program.fetch("/mcp", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
  });
}

/** Links a provider's account, signs in with it, and repeats the provider's callback. */
async function link(
  world: World,
  actor: Witness,
  provider: "oidc" | "github",
  as: string,
): Promise<void> {
  const linking = await goToProvider(actor, provider, { as, intent: "link" });
  rememberRedirect(world, actor);
  expectStatus(await returnFromProvider(actor, linking), 200);
  const browser = actor.otherBrowser();
  const back = await goToProvider(browser, provider, { as });
  rememberRedirect(world, browser);
  expectStatus(await returnFromProvider(browser, back), 200);
  expectStatus(await returnFromProvider(browser, back), 400);
}

/** Remembers the secrets inside the encrypted redirect cookie. */
function rememberRedirect(
  { sealers, remember }: World,
  { cookie }: Witness,
): void {
  const sealed = /\bredirect=([^;]+)/.exec(cookie)?.[1] ?? "";
  const { codeVerifier, nonce, state } = sealers.redirect.open(
    sealed,
  ) as Record<string, string>;
  for (const [kind, secret] of Object.entries({ codeVerifier, nonce, state })) {
    if (!secret) throw new Error(`There is no ${kind}.`);
    remember(kind, secret);
  }
}

/** Remembers a recovery code in every spelling that the server accepts. */
function rememberSpellings({ remember }: World, code: string): void {
  const bare = code.replace(/[^0-9a-z]/gi, "");
  for (const form of [code, bare, bare.toLowerCase(), bare.toUpperCase()])
    remember("recovery code", form);
}
