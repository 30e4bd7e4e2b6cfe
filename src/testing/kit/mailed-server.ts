import { startServer, type TestServer } from "./server";
import { createPeople } from "./people";
import { startMailServer } from "../peers/smtp";

/** The server of `startServer`, whose mails really travel: they are read where an SMTP server received them. */
export async function startMailedServer(
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const mail = await startMailServer();
  const server = await startServer({ SMTP_URL: mail.url, ...environment });
  const mailsTo = async (email: string) => {
    await server.services.outbox.idle();
    return mail.received.filter(({ to }) => to === email).toReversed();
  };
  return {
    ...server,
    ...createPeople({ url: server.url, mailsTo }),
    async stop() {
      await server.stop();
      await mail.stop();
    },
  };
}
