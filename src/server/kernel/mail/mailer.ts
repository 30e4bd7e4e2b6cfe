import { desc, lt } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Config } from "#server/kernel/config/config";
import type { Sealer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { Refused } from "#server/kernel/outbox/failure";
import type { Mail } from "./post";
import { capturedMails } from "./table";

/** Delivers one mail, or throws: `Refused` is final, after anything else the outbox tries again later. */
export type Mailer = (mail: Mail) => Promise<void>;

export interface CapturedMail extends Mail {
  id: string;
  createdAt: string;
}

const KEPT = 500;

/** Sends by SMTP when it is configured; captures for `/dev/mail` in development; otherwise mail waits in the outbox. */
export function createMailer(
  { smtp, environment }: Config,
  db: Database,
  sealer: Sealer,
): Mailer {
  if (smtp) return createSmtpMailer(smtp);
  if (environment !== "production") return createCapturingMailer(db, sealer);
  return () =>
    Promise.reject(new Error("Mail is not configured: set SMTP_URL."));
}

function createSmtpMailer({
  url,
  from,
}: {
  url: string;
  from: string;
}): Mailer {
  const connect = async () => {
    const { createTransport } = await import("nodemailer");
    const settings = {
      url,
      pool: true as const,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
    };
    return createTransport(settings, { from });
  };
  let connected: ReturnType<typeof connect> | undefined;
  return async (mail) => {
    const transport = await (connected ??= connect());
    // As a text the address would be parsed, and might name another mailbox.
    const to = { name: "", address: mail.to };
    try {
      await transport.sendMail({ ...mail, to });
    } catch (error) {
      throw isRefusal(error) ? new Refused(error.message) : error;
    }
  };
}

const SIGN_IN_CODES = [530, 535, 538];

/**
 * Whether the server refused this recipient or this text for good. What it says of the connection, the sign-in or the
 * sender is the operator's to correct, so such a mail is tried again.
 */
function isRefusal(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { command, permanent, responseCode }: SmtpError = error;
  return (
    permanent === true &&
    (command === "RCPT TO" || command === "DATA") &&
    !SIGN_IN_CODES.includes(responseCode ?? 0)
  );
}

/** What nodemailer says besides the message. */
interface SmtpError extends Error {
  /** The SMTP command that was refused. */
  command?: string;
  responseCode?: number;
  /** The same message would get the same answer: 5xx, without 503. */
  permanent?: boolean;
}

// Captured mail rests sealed, because a development database too may be copied around.
function createCapturingMailer({ drizzle }: Database, sealer: Sealer): Mailer {
  return async (mail) => {
    const id = newId("mail");
    await drizzle
      .insert(capturedMails)
      .values({ id, sealed: sealer.seal(mail), createdAt: Date.now() });
    const [oldest] = await drizzle
      .select({ id: capturedMails.id })
      .from(capturedMails)
      .orderBy(desc(capturedMails.id))
      .limit(1)
      .offset(KEPT);
    if (oldest)
      await drizzle
        .delete(capturedMails)
        .where(lt(capturedMails.id, oldest.id));
  };
}

/** The captured mails, newest first. */
export async function listCapturedMails(
  { drizzle }: Database,
  sealer: Sealer,
): Promise<CapturedMail[]> {
  const rows = await drizzle
    .select()
    .from(capturedMails)
    .orderBy(desc(capturedMails.id))
    .limit(KEPT);
  return rows.flatMap(({ id, sealed, createdAt }) => {
    const mail = openMail(sealer, sealed);
    return mail
      ? [{ id, ...mail, createdAt: new Date(createdAt).toISOString() }]
      : [];
  });
}

// Mail captured under another secret cannot be read any more; the page shows the rest.
function openMail(sealer: Sealer, sealed: string): Mail | undefined {
  try {
    return sealer.open(sealed) as Mail;
  } catch {
    return undefined;
  }
}
