import { desc, lt } from "drizzle-orm";
import { newId } from "#shared/id";
import type { Config } from "#server/kernel/config/config";
import type { Sealer } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { Refused } from "#server/kernel/outbox/failure";
import { LOGO_ID, type RenderedMail } from "./layout";
import { capturedMails } from "./table";

/**
 * Delivers one mail. If it throws `Refused`, the outbox gives the mail up; after any other error the outbox retries.
 */
export type Mailer = (mail: RenderedMail) => Promise<void>;

export interface CapturedMail extends RenderedMail {
  id: string;
  createdAt: string;
}

const MAX_CAPTURED = 500;

/**
 * Creates the mailer that sends by SMTP, if SMTP is configured. Without SMTP, development and test capture mails for
 * `/dev/mail`, and in production mails wait in the outbox.
 */
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
  return async ({ logo, ...mail }) => {
    const transport = await (connected ??= connect());
    // The address is passed as an object, because nodemailer would parse a string, and the string could then name
    // another mailbox.
    const to = { name: "", address: mail.to };
    try {
      await transport.sendMail({ ...mail, to, attachments: attached(logo) });
    } catch (error) {
      throw isRefusal(error) ? new Refused(error.message) : error;
    }
  };
}

function attached(logo: RenderedMail["logo"]) {
  if (!logo) return [];
  const { contentType, base64: content } = logo;
  const filename = `logo.${contentType.split("/")[1]}`;
  const encoding = "base64";
  const contentDisposition = "inline" as const;
  return [
    {
      filename,
      contentType,
      content,
      encoding,
      cid: LOGO_ID,
      contentDisposition,
    },
  ];
}

const SIGN_IN_CODES = [530, 535, 538];

/**
 * Whether the mail server has permanently refused the recipient or the content. Errors of the connection, the sign-in
 * or the sender are retried, because the operator can correct their cause.
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

/** The properties that nodemailer adds to an error. */
interface SmtpError extends Error {
  /** The SMTP command that was refused. */
  command?: string;
  responseCode?: number;
  /** Whether a retry would fail as well: true for the SMTP codes 5xx except 503. */
  permanent?: boolean;
}

// Captured mails are encrypted, because a development database may be copied to other machines.
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
      .offset(MAX_CAPTURED);
    if (oldest)
      await drizzle
        .delete(capturedMails)
        .where(lt(capturedMails.id, oldest.id));
  };
}

/** Returns the captured mails, newest first. */
export async function listCapturedMails(
  { drizzle }: Database,
  sealer: Sealer,
): Promise<CapturedMail[]> {
  const rows = await drizzle
    .select()
    .from(capturedMails)
    .orderBy(desc(capturedMails.id))
    .limit(MAX_CAPTURED);
  return rows.flatMap(({ id, sealed, createdAt }) => {
    const mail = openMail(sealer, sealed);
    return mail
      ? [{ id, ...mail, createdAt: new Date(createdAt).toISOString() }]
      : [];
  });
}

// A mail that was captured with another secret cannot be decrypted. The page `/dev/mail` then shows only the other
// mails.
function openMail(sealer: Sealer, sealed: string): RenderedMail | undefined {
  try {
    return sealer.open(sealed) as RenderedMail;
  } catch {
    return undefined;
  }
}
