import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { createPeople, expectStatus } from "#testing/kit/people";
import { spawnServer } from "#testing/kit/process";
import { startMailServer } from "#testing/peers/smtp";
import { freePort, temporaryFolder } from "#testing/kit/temporary";
import { until } from "#testing/kit/until";

// The timeout only stops a test that hangs. It is long, because programs start slowly on a busy machine.
setDefaultTimeout(300_000);

const folder = temporaryFolder();
afterAll(() => folder.remove());

test("a server that is killed before it marks a mail as sent sends it again", async () => {
  const mail = await startMailServer();
  const environment = { SMTP_URL: mail.url, PORT: String(freePort()) };
  const server = await spawnServer(folder.path, environment);
  const mailsTo = async (to: string) => [await mail.mailTo(to)];
  const people = createPeople({ url: server.url, mailsTo });
  const ana = await people.person("Ana");
  const org = await people.organization(ana);

  const email = "ben@example.com";
  mail.behave("keep silently", email);
  const input = { email, role: "member" };
  expectStatus(
    await ana.post(`/organizations/${org.slug}/invitations`, input),
    201,
  );
  const first = await mail.mailTo(email);
  await server.end("SIGKILL");
  mail.behave("accept", email);

  const next = await spawnServer(folder.path, environment);
  await until(
    "the mail arrives again",
    () => mail.triesFor(email) === 2 || undefined,
  );
  const again = await until("the mail is kept", () => {
    const copies = mail.received.filter(({ to }) => to === email);
    return copies[1];
  });
  expect(again).toEqual(first);
  expect(await next.end("SIGTERM")).toBe(0);
  await mail.stop();
});
