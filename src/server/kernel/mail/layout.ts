import { html, raw } from "hono/html";
import type { Language } from "#shared/languages";
import type { Mail, MailContent } from "./content";

/** A mail as it is sent. */
export interface RenderedMail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The logo of the organization, which the HTML shows as `LOGO_URL`. */
  logo?: Logo;
}

/** A logo that is part of the mail, so that opening the mail loads nothing from another server. */
export interface Logo {
  contentType: string;
  base64: string;
}

/** The id of the attached logo, and its URL in the HTML. */
export const LOGO_ID = "logo@tenantry";
export const LOGO_URL = `cid:${LOGO_ID}`;

// The colours are those of the light theme of the web app, in src/client/ui/design/tokens.css.
const INK = "#16181d";
const MUTED = "#565b68";
const LINE = "#e6e7eb";
const ACCENT = "#2050bf";
const FILL = "#2456c9";

const STYLE = {
  page: `margin:0;padding:32px 16px;background:#fafafb;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:${INK}`,
  card: `max-width:520px;margin:0 auto;background:#ffffff;border:1px solid ${LINE};border-radius:12px;padding:32px`,
  brand: `margin:0 0 24px;font-size:15px;line-height:20px;font-weight:600;color:${MUTED}`,
  logo: "display:block;width:40px;height:40px;border-radius:8px",
  sender: `padding:0 0 0 12px;font-size:15px;line-height:20px;font-weight:600;color:${INK}`,
  product: `max-width:520px;margin:16px auto 0;text-align:center;font-size:13px;line-height:20px;color:${MUTED}`,
  title:
    "margin:0 0 16px;font-size:20px;line-height:28px;font-weight:600;word-break:break-word",
  paragraph:
    "margin:0 0 16px;font-size:15px;line-height:24px;word-break:break-word",
  button: `display:inline-block;margin:8px 0 24px;padding:12px 20px;border-radius:8px;background:${FILL};color:#ffffff;font-size:15px;line-height:20px;font-weight:600;text-decoration:none`,
  facts:
    "margin:0 0 16px;border-collapse:collapse;font-size:15px;line-height:24px",
  name: `padding:0 16px 4px 0;text-align:left;vertical-align:top;font-weight:400;color:${MUTED}`,
  value: "padding:0 0 4px;vertical-align:top;word-break:break-word",
  quote: `margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid ${LINE};font-size:15px;line-height:24px;word-break:break-word`,
  link: `color:${ACCENT}`,
  address: `color:${ACCENT};word-break:break-all`,
  small: `margin:0;font-size:13px;line-height:20px;color:${MUTED};word-break:break-word`,
} as const;

const BUTTON_FAILED: Record<Language, string> = {
  en: "If the button doesn’t work, open this link:",
  de: "Wenn die Schaltfläche nicht funktioniert, öffnen Sie diesen Link:",
};

/** Renders a mail in the common layout, as HTML with inlined styles and as plain text. */
export function renderMail(
  mail: Mail,
  language: Language,
  logo?: Logo,
): RenderedMail {
  const content = mail.content[language];
  const { subject } = content;
  const page = pageOf(mail, content, language, logo !== undefined);
  return {
    to: mail.to,
    subject,
    text: textOf(mail, content),
    html: String(page),
    ...(logo && { logo }),
  };
}

function textOf({ link }: Mail, content: MailContent): string {
  const { paragraphs, quote, facts = [], action, links } = content;
  const { advice = [], footnote } = content;
  const parts = [
    ...paragraphs,
    quote ? `${quote.label}\n${quote.text.replace(/^/gm, "> ")}` : "",
    facts.map(([name, value]) => `${name}: ${value}`).join("\n"),
    action && link ? `${action}:\n${link}` : "",
    ...(links ?? []).map(({ label, url }) => `${label}:\n${url}`),
    ...advice,
    footnote,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

function pageOf(
  { link, organization }: Mail,
  content: MailContent,
  language: Language,
  hasLogo: boolean,
) {
  const { subject, paragraphs, quote, facts = [], action } = content;
  const { links = [], advice = [], footnote } = content;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${subject}</title>
      </head>
      <body style="${STYLE.page}">
        <div style="${STYLE.card}">
          ${organization === undefined ? brand("Tenantry") : sender(organization, hasLogo)}
          <h1 style="${STYLE.title}">${subject}</h1>
          ${paragraphs.map(paragraph)} ${quote ? quoted(quote) : raw("")}
          ${facts.length > 0 ? table(facts) : raw("")}
          ${action && link ? button(action, link, language) : raw("")}
          ${links.map(linkTo)} ${advice.map(paragraph)}
          <p style="${STYLE.small}">${footnote}</p>
        </div>
        ${organization === undefined ? raw("") : html`<p style="${STYLE.product}">Tenantry</p>`}
      </body>
    </html>`;
}

function brand(name: string) {
  return html`<p style="${STYLE.brand}">${name}</p>`;
}

function sender(organization: string, hasLogo: boolean) {
  if (!hasLogo) return brand(organization);
  return html`<table
    role="presentation"
    cellspacing="0"
    cellpadding="0"
    style="margin:0 0 24px"
  >
    <tr>
      <td style="padding:0">
        <img
          src="${LOGO_URL}"
          width="40"
          height="40"
          alt=""
          style="${STYLE.logo}"
        />
      </td>
      <td style="${STYLE.sender}">${organization}</td>
    </tr>
  </table>`;
}

function paragraph(text: string) {
  return html`<p style="${STYLE.paragraph}">${text}</p>`;
}

function quoted({ label, text }: NonNullable<MailContent["quote"]>) {
  const lines = text
    .split("\n")
    .map((line, index) => html`${index > 0 ? raw("<br>") : raw("")}${line}`);
  return html`${paragraph(label)}
    <blockquote style="${STYLE.quote}">${lines}</blockquote>`;
}

function table(facts: NonNullable<MailContent["facts"]>) {
  const row = ([name, value]: readonly [string, string]) =>
    html`<tr>
      <th scope="row" style="${STYLE.name}${wrapOf(name)}">${name}</th>
      <td style="${STYLE.value}">${value}</td>
    </tr>`;
  return html`<table style="${STYLE.facts}">
    ${facts.map(row)}
  </table>`;
}

/** A long name, such as that of a key, breaks into lines so that the table fits on a phone. */
function wrapOf(name: string): string {
  return name.length > 20 ? "" : ";white-space:nowrap";
}

function linkTo({ label, url }: { label: string; url: string }) {
  return html`<p style="${STYLE.paragraph}">
    <a href="${url}" style="${STYLE.link}">${label}</a>
  </p>`;
}

function button(label: string, url: string, language: Language) {
  return html`<p style="margin:0">
      <a href="${url}" style="${STYLE.button}">${label}</a>
    </p>
    <p style="${STYLE.small};margin:0 0 16px">
      ${BUTTON_FAILED[language]}<br /><a href="${url}" style="${STYLE.address}"
        >${url}</a
      >
    </p>`;
}
