import type { Actor } from "../kit/actor";
import type { TestOrganization, TestServer } from "../kit/server";
import { procedures } from "./procedures";

/** What a page elsewhere would try to plant. */
export const PLANTED = {
  name: "Planted",
  email: "planted@example.com",
  role: "admin",
};

/** One way to call a mutation: its address on one face, and a body of well-formed fields. */
export interface MutationAddress {
  name: string;
  method: string;
  url: URL;
  body: string;
}

/** Every address of every mutation, aimed at an organization. */
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

/** Sends it with the actor's cookie and the given headers alone, as a browser under another page's control would. */
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
