import type { Header, Reference } from "./types";

export const HEADERS = {
  "x-request-id": {
    description: "The ID of the request. Quote it when you report a problem.",
    schema: { type: "string", pattern: "^req_[0-9a-hjkmnp-tv-z]{26}$" },
  },
  "Retry-After": {
    description: "The number of seconds after which to repeat the request.",
    schema: { type: "integer", minimum: 0 },
  },
  RateLimit: {
    description:
      "With an API key: how much of the limit is left (`r`), and the seconds until it is reset (`t`).",
    schema: { type: "string", example: '"key";r=99;t=30' },
  },
  "RateLimit-Policy": {
    description:
      "With an API key: the number of requests (`q`) in a window of seconds (`w`).",
    schema: { type: "string", example: '"key";q=100;w=60' },
  },
  "x-renamed-to": {
    description: "The present slug of an organization that was renamed.",
    schema: { type: "string" },
  },
  Location: {
    description: "The same path with the present slug.",
    schema: { type: "string" },
  },
} as const satisfies Record<string, Header>;

/** Returns references to headers of the document. */
export function headersOf(
  ...names: (keyof typeof HEADERS)[]
): Record<string, Reference> {
  return Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}
