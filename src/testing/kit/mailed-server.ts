import { type MailServer, startMailServer } from "../peers/smtp";
import { createPeople } from "./people";
import { startServer, type TestServer } from "./server";

/** A test server that sends its mail over SMTP to `mail`. */
export interface MailedServer extends TestServer {
  mail: MailServer;
}

/** Starts an SMTP server, and a Tenantry server that sends its mail to it. */
export async function startMailedServer(
  environment: Record<string, string> = {},
): Promise<MailedServer> {
  const mail = await startMailServer();
  const server = await startServer({ SMTP_URL: mail.url, ...environment });
  const mailsTo = async (email: string) => {
    await server.services.outbox.idle();
    return mail.received.filter(({ to }) => to === email).toReversed();
  };
  return {
    ...server,
    ...createPeople({ url: server.url, mailsTo }),
    mail,
    async stop() {
      await server.stop();
      await mail.stop();
    },
  };
}
