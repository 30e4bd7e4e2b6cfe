import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { startServer } from "#testing/kit/server";
import { fixture, serverSuite } from "#testing/kit/suite";
import {
  createPeople,
  expectStatus,
  type People,
  type TestOrganization,
} from "#testing/kit/people";
import { UnitOfWork } from "#server/kernel/db/unit-of-work";
import { enqueue } from "#server/kernel/outbox/enqueue";
import { png } from "#testing/kit/images";
import { createMailer } from "./mailer";
import { startMailServer } from "#testing/peers/smtp";
import { until } from "#testing/kit/until";

const TEN_MINUTES = 10 * 60 * 1000;
let people: People;
let ana: Actor;
let org: TestOrganization;

const mail = fixture(startMailServer);
const server = serverSuite(() => ({ SMTP_URL: mail.url }));
beforeAll(async () => {
  const mailsTo = async (email: string) => [await mail.mailTo(email)];
  people = createPeople({ url: server.url, mailsTo });
  ana = await people.person("Ana");
  org = await people.organization(ana, "Acme & Sons");
});

function invite(email: string, into = org) {
  const input = { email, role: "member" };
  return ana.post(`/organizations/${into.slug}/invitations`, input);
}

async function waiting(email: string, { db } = server) {
  const { rows } = await db.client.execute({
    sql: `select o.attempts, o.due_at, o.done_at, o.failed_at, o.failure, o.last_error, o.payload
      from outbox o join invitations i on o.subject = 'invitation:' || i.id where i.email = ? order by o.id desc`,
    args: [email],
  });
  return rows[0];
}

test("an invitation is sent as text and HTML with a valid link", async () => {
  const { token } = await people.invite(ana, org, "ben@example.com", "member");
  const { subject, text, html } = await mail.mailTo("ben@example.com");
  expect(subject).toBe("Ana invited you to Acme & Sons");
  const link = `${server.url.origin}/invite#token=${token}`;
  expect(text).toContain(link);
  expect(html).toContain(`href="${link}"`);
  expect(html).toContain("Acme &amp; Sons");
  expect(new URL(link).hash).toBe(`#token=${token}`);
  const carl = await people.join(ana, org, "viewer", "Carl");
  const { body } = expectStatus(
    await carl.get(`/organizations/${org.slug}`),
    200,
  );
  expect(String(body.role)).toBe("viewer");
});

test("a mail shows the uploaded logo of its organization, and loads nothing", async () => {
  const withLogo = await people.organization(ana, "Logo Ltd");
  const image = png(300, 200).toString("base64");
  expectStatus(
    await ana.put(`/organizations/${withLogo.slug}/logo`, { image }),
    200,
  );
  expectStatus(await invite("lea@example.com", withLogo), 201);
  const { html, attachments } = await mail.mailTo("lea@example.com");
  const [logo, ...others] = attachments;
  expect(others).toEqual([]);
  expect(logo?.contentType).toBe("image/png");
  expect(await new Bun.Image(logo?.content ?? "").metadata()).toMatchObject({
    width: 80,
    height: 80,
    format: "png",
  });
  const sources = [...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src);
  expect(sources).toEqual([
    `data:image/png;base64,${logo?.content.toString("base64")}`,
  ]);
  expect(html).not.toContain("url(");
});

test("a mail contains no logo that is stored at an external URL", async () => {
  const outside = await people.organization(ana, "Outside");
  const logoUrl = "https://images.example/logo.png";
  expectStatus(
    await ana.put(`/organizations/${outside.slug}`, { logoUrl }),
    200,
  );
  expectStatus(await invite("otto@example.com", outside), 201);
  const { html, attachments } = await mail.mailTo("otto@example.com");
  expect(attachments).toEqual([]);
  expect(html).not.toContain("images.example");
  expect(html).not.toContain("<img");
});

describe("the language of a mail", () => {
  const german = { headers: { "accept-language": "de" } };

  test("is that of its recipient, not that of the sender", async () => {
    const gero = await people.person("Gero");
    expectStatus(await gero.get("/auth/context", german), 200);
    expectStatus(await invite(gero.email), 201);
    await server.services.outbox.idle();
    const { subject, text, html } = await mail.mailTo(gero.email);
    expect(subject).toBe("Ana hat Sie zu Acme & Sons eingeladen");
    expect(text).toContain("Ihre Rolle: Mitglied.");
    expect(text).toMatch(/läuft am \d{1,2}\. \p{L}+ \d{4} ab/u);
    expect(html).toContain('<html lang="de">');
  });

  test("is that of the sender if the recipient has no account", async () => {
    const email = "fremd@example.com";
    const input = { email, role: "viewer" };
    const path = `/organizations/${org.slug}/invitations`;
    expectStatus(await ana.post(path, input, german), 201);
    const { text } = await mail.mailTo(email);
    expect(text).toContain("Ihre Rolle: Betrachter.");
  });

  test("is English if no language is known", async () => {
    expectStatus(await invite("someone@example.com"), 201);
    const { text } = await mail.mailTo("someone@example.com");
    expect(text).toContain("You’ll join as a Member.");
    expect(text).toMatch(/expires on \w+ \d{1,2}, \d{4}\. /);
  });

  test("is read when the mail is sent, not when it is stored", async () => {
    const heidi = await people.person("Heidi");
    await mail.stop();
    expectStatus(await invite(heidi.email), 201);
    await server.services.outbox.idle();
    expectStatus(await heidi.get("/auth/context", german), 200);
    await mail.listen();
    server.passTime(TEN_MINUTES);
    await server.services.outbox.idle();
    const { subject } = await mail.mailTo(heidi.email);
    expect(subject).toContain("hat Sie zu Acme & Sons eingeladen");
  });
});

test("a mail that an earlier version has stored is sent as it is", async () => {
  const to = "early@example.com";
  const work = new UnitOfWork();
  const payload = { to, subject: "Early", text: "Hello", html: "<p>Hello</p>" };
  const { outbox } = server.services.deps.sealers;
  enqueue(work, outbox, { topic: "mail", subject: to, payload });
  await work.commit(server.db.client);
  await server.services.outbox.idle();
  expect(await mail.mailTo(to)).toMatchObject({
    subject: "Early",
    html: "<p>Hello</p>",
  });
});

test("an address is not parsed as a list or a group", async () => {
  const to = "group:victim@example.com";
  const send = createMailer(
    { ...server.config, smtp: { url: mail.url, from: "t@example.com" } },
    server.db,
    server.services.deps.sealers.outbox,
  );
  await send({ to, subject: "To whom?", text: "", html: "" });
  expect(mail.triesFor("victim@example.com")).toBe(0);
});

test("an invitation works while the mail server is down, and its mail is sent afterwards", async () => {
  const email = "dana@example.com";
  await mail.stop();
  expectStatus(await invite(email), 201);
  await server.services.outbox.idle();
  const row = await waiting(email);
  expect(row).toMatchObject({ attempts: 1, done_at: null, failed_at: null });
  expect(String(row?.last_error)).toContain("ECONNREFUSED");
  await mail.listen();
  server.passTime(TEN_MINUTES);
  await server.services.outbox.idle();
  expect((await mail.mailTo(email)).subject).toContain("invited you");
  expect(await waiting(email)).toMatchObject({ last_error: null });
});

test.each(["recipient", "text"] as const)(
  "a mail whose %s is refused permanently is not retried, and delays no other mail",
  async (step) => {
    const email = `refused-${step}@example.com`;
    const other = `beside-${step}@example.com`;
    mail.behave({ step, code: 554 }, email);
    expectStatus(await invite(email), 201);
    expectStatus(await invite(other), 201);
    await server.services.outbox.idle();
    expect((await mail.mailTo(other)).to).toBe(other);
    const row = await waiting(email);
    expect(row).toMatchObject({
      attempts: 1,
      done_at: null,
      failure: "refused",
      payload: null,
    });
    expect(String(row?.last_error)).toContain("554");
    server.passTime(TEN_MINUTES);
    await server.services.outbox.idle();
    expect(mail.triesFor(email)).toBe(1);
  },
);

test.each([
  ["sign-in", 535],
  ["sender", 550],
  ["recipient", 451],
  ["text", 452],
] as const)(
  "a mail is sent once and completely after the server has refused the %s temporarily with %d",
  async (step, code) => {
    const email = `late-${step}@example.com`;
    const own = await startMailServer();
    const url = own.url.replace("://", "://tenantry:secret@");
    const other = await startServer({ SMTP_URL: url });
    const mailsTo = async (to: string) => [await own.mailTo(to)];
    const there = createPeople({ url: other.url, mailsTo });
    const ida = await there.person(`Ida ${step}`);
    const { slug } = await there.organization(ida);
    own.behave({ step, code });
    // After the restart of the mail server, the next mail needs a new connection with a new sign-in.
    await own.stop();
    await own.listen();
    const input = { email, role: "member" };
    expectStatus(
      await ida.post(`/organizations/${slug}/invitations`, input),
      201,
    );
    await other.services.outbox.idle();
    expect(await waiting(email, other)).toMatchObject({
      attempts: 1,
      done_at: null,
      failed_at: null,
    });
    own.behave("accept");
    other.passTime(TEN_MINUTES);
    await other.services.outbox.idle();
    expect(own.received.filter(({ to }) => to === email)).toHaveLength(1);
    expect(await waiting(email, other)).toMatchObject({ payload: null });
    await other.stop();
    await own.stop();
  },
);

test("the metrics count dead letters by reason", async () => {
  const metricsToken = "a token for the metrics";
  const other = await startServer({
    SMTP_URL: mail.url,
    METRICS_TOKEN: metricsToken,
  });
  const mailsTo = async (to: string) => [await mail.mailTo(to)];
  const there = createPeople({ url: other.url, mailsTo });
  const ida = await there.person("Ida");
  const { slug } = await there.organization(ida);
  const numbers = async () => {
    const headers = { authorization: `Bearer ${metricsToken}` };
    const answer = await fetch(new URL("/metrics", other.url), { headers });
    const lines = (await answer.text()).split("\n");
    return lines.filter((line) => /^outbox_.* [1-9]/.test(line));
  };
  expect(await numbers()).toEqual([]);
  mail.behave({ step: "recipient", code: 550 }, "gone@example.com");
  const input = { email: "gone@example.com", role: "member" };
  await ida.post(`/organizations/${slug}/invitations`, input);
  await other.services.outbox.idle();
  expect(await numbers()).toEqual([
    'outbox_failures_total{reason="refused"} 1',
    'outbox_dead_letters{reason="refused"} 1',
  ]);
  await other.stop();
});

test("a mail is sent again after the connection broke", async () => {
  const email = "broken-off@example.com";
  mail.behave("hang", email);
  expectStatus(await invite(email), 201);
  await until(
    "the server has the recipient",
    () => mail.triesFor(email) || undefined,
  );
  await mail.stop();
  await server.services.outbox.idle();
  expect(await waiting(email)).toMatchObject({ attempts: 1, failed_at: null });
  mail.behave("accept", email);
  await mail.listen();
  server.passTime(TEN_MINUTES);
  await server.services.outbox.idle();
  expect(mail.received.filter(({ to }) => to === email)).toHaveLength(1);
});

test("a refused invitation does not delay a password reset", async () => {
  const vera = await people.person("Vera");
  mail.behave({ step: "text", code: 451 }, vera.email);
  expectStatus(await invite(vera.email), 201);
  await server.services.outbox.idle();
  mail.behave("accept", vera.email);
  expectStatus(
    await vera.post("/auth/forgot-password", { email: vera.email }),
    202,
  );
  await server.services.outbox.idle();
  const { subject } = await mail.mailTo(vera.email);
  expect(subject).toBe("Reset your password");
  expect(await waiting(vera.email)).toMatchObject({ done_at: null });
});

test("a mail server that hangs delays no request", async () => {
  mail.behave("hang", "finn@example.com");
  expectStatus(await invite("finn@example.com"), 201);
  expectStatus(await ana.get(`/organizations/${org.slug}/invitations`), 200);
  expectStatus(await invite("gina@example.com"), 201);
  expect(await waiting("finn@example.com")).toMatchObject({ done_at: null });
  // The mail to Gina is sent while the mail to Finn still waits.
  expect((await mail.mailTo("gina@example.com")).to).toBe("gina@example.com");
  mail.behave("accept", "finn@example.com");
  await mail.stop();
  await mail.listen();
  await server.services.outbox.idle();
});

test("the list of invitations shows a refused mail until it is sent again", async () => {
  const email = "misspelt@example.com";
  const path = `/organizations/${org.slug}/invitations`;
  const find = async () => {
    const { body } = expectStatus(await ana.get<"invitations.list">(path), 200);
    return body.items.find((item) => item.email === email);
  };
  mail.behave({ step: "recipient", code: 550 }, email);
  const { id } = expectStatus(await invite(email), 201).body;
  expect(await find()).toMatchObject({ isSent: true });
  await server.services.outbox.idle();
  expect(await find()).toMatchObject({ status: "pending", isSent: false });
  mail.behave("accept", email);
  expectStatus(await ana.post(`${path}/${String(id)}/resend`), 200);
  await server.services.outbox.idle();
  expect(await find()).toMatchObject({ isSent: true });
  expect((await mail.mailTo(email)).subject).toContain("invited you");
});

test("an older invitation mail that is given up does not hide a newer one that waits", async () => {
  const email = "twice@example.com";
  const path = `/organizations/${org.slug}/invitations`;
  mail.behave({ step: "recipient", code: 451 }, email);
  const { id } = expectStatus(await invite(email), 201).body;
  await server.services.outbox.idle();
  const again = await ana.post(`${path}/${String(id)}/resend`);
  expect(expectStatus(again, 200).body.isSent).toBe(true);
  await server.db.client.execute({
    sql: "update outbox set failed_at = 1, failure = 'exhausted' where id = (select min(id) from outbox where subject = ?)",
    args: [`invitation:${String(id)}`],
  });
  const { rows } = await server.db.client.execute({
    sql: "select not_sent_at from invitations where id = ?",
    args: [String(id)],
  });
  expect(rows[0]?.not_sent_at).toBeNull();
});
