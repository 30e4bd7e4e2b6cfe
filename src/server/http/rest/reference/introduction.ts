import { html } from "hono/html";
import { type Bucket, BUCKETS } from "#server/kernel/rate-limits/buckets";
import { PLACEHOLDER_KEY, SNIPPETS } from "#shared/snippets";
import type { Document } from "../openapi/types";
import { readReasons } from "./operations";
import { origin, serverUrl } from "./snippets";
import { code, type Html, inline } from "./text";

interface Chapter {
  id: string;
  title: string;
  content: Html | Html[];
}

/** The chapters before the operations: what holds for every call. */
export function introduction(document: Document): Chapter[] {
  return [
    {
      id: "authentication",
      title: "Authentication",
      content: authentication(document),
    },
    { id: "typescript", title: "TypeScript client", content: client(document) },
    { id: "errors", title: "Errors", content: errors(document) },
    { id: "pagination", title: "Pagination", content: pagination(document) },
    { id: "idempotency", title: "Idempotency", content: idempotency(document) },
    { id: "rate-limits", title: "Rate limits", content: rateLimits() },
    { id: "versioning", title: "Versioning", content: versioning(document) },
  ];
}

function authentication(document: Document): Html {
  const signIn = [
    `curl -X POST "${serverUrl(document)}/auth/sign-in" -c cookies.txt`,
    `-H "Origin: ${origin(document)}"`,
    `-H "Content-Type: application/json"`,
    `-d '{"email": "ana@example.com", "password": "…"}'`,
  ];
  return html`<p>
      Programs send an API key of an organization. A personal key acts as its
      owner, and the key of a service account as this account. A call has the
      permissions that both the key and the role of its owner include. Never
      send a key to a browser.
    </p>
    ${code("Authorization: Bearer tnt_live_…")}
    <p>
      Each operation says whether it accepts API keys, and which permission it
      needs. The server ignores cookies of a request with a key.
    </p>
    <p>
      Browsers send a session cookie. A change with a cookie must come from the
      origin of the server and be JSON. Outside of a browser, sign in and keep
      the cookie:
    </p>
    ${code(signIn.join(" \\\n  "))}`;
}

function client(document: Document): Html {
  const url = origin(document);
  const steps = SNIPPETS.typescript({ url, org: "acme", key: PLACEHOLDER_KEY });
  return html`<p>
      The package has a typed function for each operation. The TypeScript
      examples below use the client of this program. It adds the organization to
      each call.
    </p>
    ${steps.map((step) => code(step.code))}`;
}

const STATUSES: [status: string, code: string, meaning: string][] = [
  [
    "400",
    "BAD_REQUEST",
    "The input is not valid. `issues` names each field. Unknown fields are refused too.",
  ],
  ["401", "UNAUTHORIZED", "No session or key, or one that has ended."],
  ["402", "PAYMENT_REQUIRED", "A limit of the plan is reached."],
  [
    "403",
    "FORBIDDEN",
    "The role or the key does not include the permission. `missing` names it.",
  ],
  [
    "404",
    "NOT_FOUND",
    "The object does not exist, or belongs to an organization of which you are not a member.",
  ],
  [
    "409",
    "CONFLICT",
    "The change contradicts the current state. `reason` says why.",
  ],
  ["410", "GONE", "A former slug of an organization has expired."],
  [
    "413, 414, 415",
    "PAYLOAD_TOO_LARGE, URI_TOO_LONG, UNSUPPORTED_MEDIA_TYPE",
    "The request is too large or is not JSON.",
  ],
  [
    "422",
    "UNPROCESSABLE_CONTENT",
    "The `Idempotency-Key` was used for another request.",
  ],
  ["429", "TOO_MANY_REQUESTS", "Wait for the seconds in `Retry-After`."],
  [
    "500",
    "INTERNAL_SERVER_ERROR",
    "A mistake of the server. Report it with the `requestId`.",
  ],
  [
    "503",
    "SERVICE_UNAVAILABLE",
    "`BUSY`: nothing was changed. `OUTCOME_UNKNOWN`: the change may be stored. Repeat the request with the same `Idempotency-Key` after the seconds in `Retry-After`.",
  ],
];

const EXAMPLE = `{
  "code": "FORBIDDEN",
  "reason": "PERMISSION_DENIED",
  "message": "…",
  "missing": ["project:create"],
  "requestId": "req_…"
}`;

function errors(document: Document): Html {
  return html`<p>
      Every error has the same shape. Programs decide by
      <code>reason</code>; the message is for people and may change. Send the
      <code>requestId</code> when you ask for help: it is also in the header
      <code>x-request-id</code> of every response.
    </p>
    ${code(EXAMPLE)}
    <dl class="table">
      ${STATUSES.map(
        ([status, name, meaning]) =>
          html`<dt>${status} <code>${name}</code></dt>
            <dd>${inline(meaning)}</dd>`,
      )}
    </dl>
    <details>
      <summary>All reasons</summary>
      <dl class="table">
        ${readReasons(document).map(
          ([reason, text]) =>
            html`<dt id="reason-${reason}"><code>${reason}</code></dt>
              <dd>${inline(text)}</dd>`,
        )}
      </dl>
    </details>`;
}

function pagination(document: Document): Html {
  return html`<p>
      Lists take <code>limit</code> (1 to 100, by default 50) and
      <code>cursor</code>. They return <code>items</code> and
      <code>nextCursor</code>, which is <code>null</code> on the last page. Send
      it as <code>cursor</code> to get the next page. The TypeScript client does
      this with <code>iterate</code>.
    </p>
    ${code("for await (const project of tenantry.projects.list.iterate())\n  console.log(project.name);")}
    ${code(`curl "${serverUrl(document)}/organizations/acme/projects?limit=20&cursor=$CURSOR" \\
  -H "Authorization: Bearer $TENANTRY_API_KEY"`)}`;
}

function idempotency(document: Document): Html {
  return html`<p>
      A POST, PUT, PATCH or DELETE may carry an <code>Idempotency-Key</code> of
      1 to 255 characters. The same request with the same key returns the stored
      response for 24 hours and changes nothing more, so a program can repeat a
      request whose response was lost. The same key with another request is
      refused with <code>422 IDEMPOTENCY_MISMATCH</code>. Only successes are
      stored. Long lists and texts in a stored response are cut; the response
      then has <code>truncated: true</code>.
    </p>
    ${code(`curl -X POST "${serverUrl(document)}/organizations/acme/projects" \\
  -H "Authorization: Bearer $TENANTRY_API_KEY" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -H "Content-Type: application/json" \\
  -d '{"name": "Website"}'`)}`;
}

function rateLimits(): Html {
  const calls = (bucket: Bucket) =>
    html`${BUCKETS[bucket][0].toLocaleString("en")}`;
  return html`<p>
      In a minute, a session and an API key may each make ${calls("apiKey")}
      calls, all API keys of an organization together
      ${calls("keysOfOrganization")}, and a client without a session
      ${calls("anonymous")}. The operator of a server can change these limits.
      Operations that send mail or check a password have lower limits of their
      own.
    </p>
    <p>
      Responses to API keys say how many calls are left (<code>r</code>) and
      after how many seconds the limit starts again (<code>t</code>). A call
      over a limit returns <code>429 RATE_LIMITED</code> and
      <code>Retry-After</code>, the number of seconds to wait.
    </p>
    <p>
      The plan of an organization can also limit the calls with API keys in a
      calendar month. The next call returns <code>402 API_CALL_LIMIT</code>.
    </p>
    ${code(`RateLimit-Policy: "key";q=600;w=60, "organization";q=3000;w=60
RateLimit: "key";r=598;t=42, "organization";r=2971;t=42`)}`;
}

function versioning({ info }: Document): Html {
  return html`<p>
    This is version ${info.version}. New operations, optional request fields,
    response fields, reasons and values of enumerations can be added in any
    release: ignore what you do not know. Removing or renaming any of them, or
    refusing an input that was valid, is a breaking change. It needs a new major
    version, and the changelog announces it.
  </p>`;
}
