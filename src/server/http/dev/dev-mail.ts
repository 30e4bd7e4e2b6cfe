import type { Hono } from "hono";
import { html } from "hono/html";
import { DEMO_PASSWORD } from "#shared/demo";
import type { Dependencies } from "#server/rpc/context";
import {
  type CapturedMail,
  listCapturedMails,
} from "#server/kernel/mail/mailer";
import { LOGO_URL } from "#server/kernel/mail/layout";
import { presentPeople } from "./dev-demo";
import type { RequestState } from "../middleware/request-state";

/** Shows captured mails as a page and as JSON. The routes do not exist in production. */
export function mountDevMail(
  app: Hono<RequestState>,
  deps: Dependencies,
): void {
  const {
    db,
    sealers: { outbox },
  } = deps;
  app.get("/dev/mail.json", async (c) => {
    c.header("cache-control", "no-store");
    return c.json({ items: await listCapturedMails(db, outbox) });
  });
  app.get("/dev/mail", async (c) => {
    c.header("cache-control", "no-store");
    const people = await presentPeople(deps);
    return c.html(page(await listCapturedMails(db, outbox), people));
  });
  app.get("/dev/mail/:id", async (c) => {
    const mails = await listCapturedMails(db, outbox);
    const mail = mails.find(({ id }) => id === c.req.param("id"));
    if (!mail) return c.notFound();
    c.header("cache-control", "no-store");
    // The page of a mail may only use inline styles. Scripts and external files are blocked.
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
    );
    return c.html(withLogo(mail));
  });
}

/** Replaces the attached logo by its data, because a browser cannot open attachments. */
function withLogo(mail: CapturedMail): string {
  const { logo } = mail;
  if (!logo) return mail.html;
  return mail.html.replaceAll(
    LOGO_URL,
    `data:${logo.contentType};base64,${logo.base64}`,
  );
}

function page(mails: CapturedMail[], people: { email: string }[]) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Captured emails · Tenantry</title>
        <link rel="icon" href="/favicon.svg" />
        <link rel="stylesheet" href="/base.css" />
        <link rel="stylesheet" href="/dev-mail.css" />
      </head>
      <body>
        <header>
          <a href="/"
            ><img src="/logo.svg" alt="" width="20" height="20" />Tenantry</a
          >
          <a href="/api/docs">API</a>
        </header>
        <main>
          <h1>Captured emails</h1>
          <p>
            In development, emails aren’t sent. They’re shown here, newest
            first. Set <code>SMTP_URL</code> to send them.
          </p>
          ${people.length > 0 ? demoAccounts(people) : ""}
          ${mails.length === 0 ? html`<p class="empty">No emails yet. Sign up or invite someone, then reload.</p>` : ""}
          ${mails.map(entry)}
        </main>
      </body>
    </html>`;
}

function demoAccounts(people: { email: string }[]) {
  const emails = people.map(({ email }) => email).join(", ");
  return html`<p>
    Demo accounts: ${emails}. Their password is <code>${DEMO_PASSWORD}</code>.
  </p>`;
}

function entry(
  { id, to, subject, text, createdAt }: CapturedMail,
  index: number,
) {
  return html`<details ${index === 0 ? "open" : ""}>
    <summary>
      <strong dir="auto">${subject}</strong> <span>to ${to}</span>
      <time datetime="${createdAt}"
        >${createdAt.slice(0, 16).replace("T", " ")} UTC</time
      >
    </summary>
    <pre dir="auto">${linked(text)}</pre>
    <p><a href="/dev/mail/${id}">Show as HTML</a></p>
  </details>`;
}

function linked(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, index) =>
      index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part,
    );
}
