import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import type { ReceivedMail } from "../kit/people";
import { freePort } from "../kit/temporary";
import { until } from "../kit/until";

/**
 * How the SMTP server treats a message: it accepts the message, never answers, accepts it without confirming it, or
 * refuses it.
 */
export type Behaviour = "accept" | "hang" | "keep silently" | Refusal;

/** The step at which the SMTP server refuses a message, and the code of its reply. */
export interface Refusal {
  step: "sign-in" | "sender" | "recipient" | "text";
  code: number;
}

/** A message as the SMTP server has received it. The parser replaces the URLs of attached images by their data. */
export interface DeliveredMail extends ReceivedMail {
  attachments: { cid?: string; contentType: string; content: Buffer }[];
}

/** An SMTP server on loopback that keeps all received messages. */
export interface MailServer {
  url: string;
  received: DeliveredMail[];
  /** Returns how often senders named the address as recipient. */
  triesFor(email: string): number;
  /**
   * Sets the behaviour for mails to an address, or for all mails. Refusals at the steps `sign-in` and `sender` apply
   * only without an address, because the recipient is not known yet.
   */
  behave(how: Behaviour, email?: string): void;
  /** Waits for a mail to the address and returns the newest one. */
  mailTo(email: string, subject?: string): Promise<DeliveredMail>;
  listen(): Promise<void>;
  /** Stops listening until `listen` is called. */
  stop(): Promise<void>;
}

export async function startMailServer(port = freePort()): Promise<MailServer> {
  const received: DeliveredMail[] = [];
  const tries: string[] = [];
  const behaviours = new Map<string | undefined, Behaviour>();
  const behaviourFor = (email: string) =>
    behaviours.get(email) ?? behaviours.get(undefined) ?? "accept";
  const refusalAt = (step: Refusal["step"], email = "") => {
    const behaviour = behaviourFor(email);
    return typeof behaviour === "object" && behaviour.step === step
      ? refusal(behaviour.code)
      : null;
  };

  const create = () =>
    new SMTPServer({
      disabledCommands: ["STARTTLS"],
      authOptional: true,
      allowInsecureAuth: true,
      closeTimeout: 100,
      onAuth: ({ username }, _session, callback) =>
        callback(refusalAt("sign-in"), { user: username }),
      onMailFrom: (_from, _session, callback) => callback(refusalAt("sender")),
      onRcptTo({ address }, _session, callback) {
        tries.push(address);
        if (behaviourFor(address) !== "hang")
          callback(refusalAt("recipient", address));
      },
      onData(stream, { envelope }, callback) {
        const [recipient] = envelope.rcptTo;
        simpleParser(stream, (error, parsed) => {
          // The sender closed the connection before the message was complete.
          if (error) return callback(error);
          const { subject = "", text = "", html } = parsed;
          const attachments = parsed.attachments.map(
            ({ cid, contentType, content }) => ({ cid, contentType, content }),
          );
          const to = recipient?.address ?? "";
          const refused = refusalAt("text", to);
          if (refused) return callback(refused);
          received.push({ to, subject, text, html: html || "", attachments });
          if (behaviourFor(to) !== "keep silently") callback();
        });
      },
    });

  let server: SMTPServer | undefined;
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    triesFor: (email) => tries.filter((address) => address === email).length,
    behave: (how, email) => void behaviours.set(email, how),
    mailTo: (email, subject) =>
      until(`a mail to ${email} arrives`, () =>
        received.findLast(
          (mail) =>
            mail.to === email &&
            (subject === undefined || mail.subject === subject),
        ),
      ),
    listen: () =>
      new Promise((resolve) => {
        server = create();
        server.on("error", () => {});
        server.listen(port, "127.0.0.1", resolve);
      }),
    stop: () =>
      new Promise((resolve) =>
        server ? server.close(() => resolve()) : resolve(),
      ),
  };
  await mailServer.listen();
  return mailServer;
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error("Refused"), { responseCode });
}
