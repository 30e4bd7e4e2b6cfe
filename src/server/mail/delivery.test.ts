import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Actor } from "../../testing/actor";
import { startServer, type TestServer } from "../../testing/kit";
import {
  createPeople,
  expectStatus,
  type People,
  type TestOrganization,
} from "../../testing/people";
import { createMailer } from "./mailer";
import { type MailServer, startMailServer } from "../../testing/smtp";

const TEN_MINUTES = 10 * 60 * 1000;
let mail: MailServer;
let server: TestServer;
let people: People;
let ana: Actor;
let org: TestOrganization;

beforeAll(async () => {
  mail = await startMailServer();
  server = await startServer({ SMTP_URL: mail.url, RATE_LIMIT_FACTOR: "1" });
  const mailsTo = async (email: string) => [await mail.mailTo(email)];
  people = createPeople({ url: server.url, mailsTo });
  ana = await people.person("Ana");
  org = await people.organization(ana, "Acme & Sons");
});
afterAll(async () => {
  await mail.close();
  await server.stop();
});

function invite(email: string, into = org) {
  const input = { email, role: "member" };
  return ana.post(`/organizations/${into.slug}/invitations`, input);
}

async function waiting(email: string) {
  const { rows } = await server.db.client.execute({
    sql: "select attempts, due_at, done_at, failed_at, last_error from outbox where subject = ? order by id desc",
    args: [email],
  });
  return rows[0];
}

test("an invitation arrives as text and HTML with a link that works", async () => {
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

test("an address is taken as it stands, not read as a list or a group", async () => {
  const to = "group:victim@example.com";
  const send = createMailer(
    { ...server.config, smtp: { url: mail.url, from: "t@example.com" } },
    server.db,
    server.services.deps.sealers.outbox,
  );
  await send({ to, subject: "To whom?", text: "", html: "" });
  expect(mail.triesFor("victim@example.com")).toBe(0);
});

test("while the mail server is down inviting works, and the mail leaves once it is back", async () => {
  const email = "dana@example.com";
  await mail.close();
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

test("a refused recipient is tried again and holds up nobody else", async () => {
  const email = "nobody@example.com";
  mail.behave(550, email);
  expectStatus(await invite(email), 201);
  expectStatus(await invite("erin@example.com"), 201);
  await server.services.outbox.idle();
  expect((await mail.mailTo("erin@example.com")).to).toBe("erin@example.com");
  const row = await waiting(email);
  expect(row).toMatchObject({ attempts: 1, done_at: null, failed_at: null });
  expect(String(row?.last_error)).toContain("550");
  server.passTime(TEN_MINUTES);
  await server.services.outbox.idle();
  expect(mail.triesFor(email)).toBe(2);
});

test("a mail server that hangs keeps no request waiting", async () => {
  mail.behave("hang", "finn@example.com");
  const started = performance.now();
  expectStatus(await invite("finn@example.com"), 201);
  expectStatus(await ana.get(`/organizations/${org.slug}/invitations`), 200);
  expectStatus(await invite("gina@example.com"), 201);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(await waiting("finn@example.com")).toMatchObject({ done_at: null });
});

test("an invitation that is refused uses up nothing of the recipient's hour", async () => {
  const email = "wanted@example.com";
  const other = await startServer({
    SMTP_URL: mail.url,
    RATE_LIMIT_FACTOR: "1",
  });
  const mailsTo = async (to: string) => [await mail.mailTo(to)];
  const there = createPeople({ url: other.url, mailsTo });
  const ida = await there.person("Ida");
  const input = { email, role: "member" };
  const club = await there.organization(ida, "Club");
  const inviteInto = ({ slug }: TestOrganization) =>
    ida.post(`/organizations/${slug}/invitations`, input);
  const answers = await other.race([
    () => inviteInto(club),
    () => inviteInto(club),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  for (const name of ["Choir", "Crew"])
    expectStatus(await inviteInto(await there.organization(ida, name)), 201);
  await other.services.outbox.idle();
  expect(mail.triesFor(email)).toBe(3);
  await other.stop();
});

test("over the recipient's limit inviting still works, and the mail waits for its hour", async () => {
  const email = "popular@example.com";
  const other = await startServer({
    SMTP_URL: mail.url,
    RATE_LIMIT_FACTOR: "1",
  });
  const mailsTo = async (to: string) => [await mail.mailTo(to)];
  const there = createPeople({ url: other.url, mailsTo });
  const hal = await there.person("Hal");
  for (let number = 1; number <= 4; number++) {
    const { slug } = await there.organization(hal, `Club ${number}`);
    const input = { email, role: "member" };
    expectStatus(
      await hal.post(`/organizations/${slug}/invitations`, input),
      201,
    );
  }
  await other.services.outbox.idle();
  expect(mail.triesFor(email)).toBe(3);
  other.passTime(60 * 60 * 1000);
  await other.services.outbox.idle();
  expect(mail.triesFor(email)).toBe(4);
  expect((await mail.mailTo(email)).subject).toBe("Hal invited you to Club 4");
  await other.stop();
});
