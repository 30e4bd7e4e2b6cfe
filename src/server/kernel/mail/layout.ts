import { html, raw } from "hono/html";
import type { Mail } from "./post";

interface MailContent {
  to: string;
  subject: string;
  /** One paragraph each. */
  paragraphs: readonly string[];
  /** Details that the mail shows as a small table. */
  facts?: readonly (readonly [name: string, value: string])[];
  action?: { label: string; url: string };
  /** Links that the mail shows below the action. */
  links?: readonly { label: string; url: string }[];
  /** Paragraphs below the action, which say what to do if another person has caused the mail. */
  advice?: readonly string[];
  /** Small print at the end. */
  footnote: string;
}

const STYLE = {
  page: "margin:0;padding:32px 16px;background:#f5f5f4;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#1c1917",
  card: "max-width:520px;margin:0 auto;background:#ffffff;border:1px solid #e7e5e4;border-radius:12px;padding:32px",
  brand: "margin:0 0 24px;font-size:14px;font-weight:600;color:#57534e",
  title: "margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600",
  paragraph: "margin:0 0 16px;font-size:15px;line-height:24px",
  button:
    "display:inline-block;margin:8px 0 24px;padding:12px 20px;border-radius:8px;background:#4338ca;color:#ffffff;font-size:15px;font-weight:600;text-decoration:none",
  facts:
    "margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:24px",
  name: "padding:0 16px 4px 0;text-align:left;vertical-align:top;font-weight:400;color:#57534e;white-space:nowrap",
  value: "padding:0 0 4px;vertical-align:top;word-break:break-word",
  small:
    "margin:0;font-size:13px;line-height:20px;color:#57534e;word-break:break-word",
} as const;

/** Renders a mail in the common layout, as HTML with inlined styles and as plain text. */
export function composeMail({
  to,
  subject,
  paragraphs,
  facts = [],
  action,
  links = [],
  advice = [],
  footnote,
}: MailContent): Mail {
  const text = [
    ...paragraphs,
    ...(facts.length > 0
      ? [facts.map(([name, value]) => `${name}: ${value}`).join("\n")]
      : []),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ...advice,
    footnote,
  ].join("\n\n");
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="${STYLE.page}">
        <div style="${STYLE.card}">
          <p style="${STYLE.brand}">Tenantry</p>
          <h1 style="${STYLE.title}">${subject}</h1>
          ${paragraphs.map(paragraph)}
          ${facts.length > 0 ? table(facts) : raw("")}
          ${action ? button(action) : raw("")} ${links.map(link)}
          ${advice.map(paragraph)}
          <p style="${STYLE.small}">${footnote}</p>
        </div>
      </body>
    </html>`;
  return { to, subject, text: `${text}\n`, html: String(page) };
}

function paragraph(text: string) {
  return html`<p style="${STYLE.paragraph}">${text}</p>`;
}

function table(facts: NonNullable<MailContent["facts"]>) {
  const row = ([name, value]: readonly [string, string]) =>
    html`<tr>
      <th scope="row" style="${STYLE.name}">${name}</th>
      <td style="${STYLE.value}">${value}</td>
    </tr>`;
  return html`<table style="${STYLE.facts}">
    ${facts.map(row)}
  </table>`;
}

function link({ label, url }: { label: string; url: string }) {
  return html`<p style="${STYLE.paragraph}">
    <a href="${url}" style="color:#4338ca">${label}</a>
  </p>`;
}

function button({ label, url }: { label: string; url: string }) {
  return html`<p style="margin:0">
      <a href="${url}" style="${STYLE.button}">${label}</a>
    </p>
    <p style="${STYLE.paragraph};font-size:13px;color:#57534e">
      If the button does not work, open this address:<br /><a
        href="${url}"
        style="color:#4338ca;word-break:break-all"
        >${url}</a
      >
    </p>`;
}
