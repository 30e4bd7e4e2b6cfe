import { html, raw } from "hono/html";
import type { Mail } from "./post";

interface Letter {
  to: string;
  subject: string;
  /** One paragraph each. */
  paragraphs: readonly string[];
  action?: { label: string; url: string };
  /** Small print below the action. */
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
  small:
    "margin:0;font-size:13px;line-height:20px;color:#57534e;word-break:break-word",
} as const;

/** Every mail of the program in one form: as HTML with inlined styles, and as text that reads as well. */
export function letter({
  to,
  subject,
  paragraphs,
  action,
  footnote,
}: Letter): Mail {
  const text = [
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
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
          ${paragraphs.map((paragraph) => html`<p style="${STYLE.paragraph}">${paragraph}</p>`)}
          ${action ? button(action) : raw("")}
          <p style="${STYLE.small}">${footnote}</p>
        </div>
      </body>
    </html>`;
  return { to, subject, text: `${text}\n`, html: String(page) };
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
