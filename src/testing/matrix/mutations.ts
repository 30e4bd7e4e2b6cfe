import type { Actor } from "../kit/actor";
import type { TestOrganization, TestServer } from "../kit/server";
import { procedures } from "./procedures";

/** Values that a malicious page would try to store through the user's browser. */
export const PLANTED = {
  name: "Planted",
  email: "planted@example.com",
  role: "admin",
};

/** One way to call a mutation over REST or tRPC: the URL, and a body with well-formed fields. */
export interface MutationAddress {
  name: string;
  method: string;
  url: URL;
  body: string;
}

/** Returns all URLs at which the mutations can be called for an organization. */
export function mutationAddresses(
  { url }: TestServer,
  org: TestOrganization,
): MutationAddress[] {
  const fields = { org: org.slug, ...PLANTED };
  return procedures
    .filter(({ type }) => type === "mutation")
    .flatMap(({ path, meta }) => [
      {
        name: `tRPC ${path}`,
        method: "POST",
        url: new URL(`/trpc/${path}`, url),
        body: JSON.stringify(fields),
      },
      {
        name: `tRPC batch ${path}`,
        method: "POST",
        url: new URL(`/trpc/${path}?batch=1`, url),
        body: JSON.stringify({ 0: fields }),
      },
      ...(meta.openapi
        ? [
            {
              name: `REST ${path}`,
              method: meta.openapi.method,
              url: new URL(
                `/api${meta.openapi.path}`
                  .replace("{org}", org.slug)
                  .replace(/\{\w+\}/g, "some-id"),
                url,
              ),
              body: JSON.stringify(PLANTED),
            },
          ]
        : []),
    ]);
}

/** Sends a mutation with only the actor's cookie and the given headers, as a malicious page could make a browser do. */
export async function sendBare(
  actor: Actor,
  { method, url, body }: MutationAddress,
  headers: Record<string, string>,
  otherBody?: BodyInit,
) {
  const response = await fetch(url, {
    method,
    headers: { cookie: actor.cookie, ...headers },
    body: otherBody ?? body,
    redirect: "manual",
  });
  return {
    status: response.status,
    headers: response.headers,
    text: await response.text(),
  };
}
