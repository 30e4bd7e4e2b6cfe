import type { OAuth2Tokens } from "arctic";
import { z } from "zod";
import type { Ask } from "./bounded-fetch";
import { CodeRefused, ProviderFailure } from "./failure";
import { inForm } from "./json";

const WHAT = "the token";

const refusal = z.object({ error: z.string() });
const answer = z.looseObject({ access_token: z.string().min(1) });

export interface TokenRequest {
  endpoint: string;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
  code: string;
  codeVerifier: string;
  /** Whether the client secret is sent in a header (`basic`) or in the body (`post`). */
  method: "basic" | "post";
}

/**
 * Exchanges a code for tokens. It does not use the request of Arctic, which has no time or size limit and sends the
 * client secret to the target of a redirect.
 * @throws ProviderFailure, CodeRefused
 */
export async function requestTokens(
  ask: Ask,
  { endpoint, method, clientId, clientSecret, ...request }: TokenRequest,
): Promise<OAuth2Tokens> {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code: request.code,
    redirect_uri: request.redirectUri,
    code_verifier: request.codeVerifier,
    ...(method === "post" && {
      client_id: clientId,
      client_secret: clientSecret,
    }),
  });
  const response = await ask(WHAT, endpoint, {
    method: "POST",
    body: body.toString(),
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      ...(method === "basic" && {
        authorization: basic(clientId, clientSecret),
      }),
    },
  });
  const { OAuth2Tokens } = await import("arctic");
  return new OAuth2Tokens(await readAnswer(response));
}

// GitHub sends errors with status 200, so the body is searched for an error first.
async function readAnswer(response: Response) {
  const body: unknown = await response.json().catch(() => undefined);
  const refused = refusal.safeParse(body);
  if (refused.success) throw refusalOf(refused.data.error);
  if (response.status !== 200)
    throw new ProviderFailure(WHAT, `status ${response.status}`);
  return inForm(WHAT, body, answer);
}

function refusalOf(error: string): Error {
  return /^(invalid_grant|bad_verification_code)$/.test(error)
    ? new CodeRefused()
    : new ProviderFailure(WHAT, /^\w{1,40}$/.test(error) ? error : "refused");
}

/** RFC 6749, section 2.3.1, requires form encoding for the client id and the client secret. */
function basic(id: string, secret: string): string {
  const [left, right] = [id, secret].map((part) =>
    new URLSearchParams({ part }).toString().slice("part=".length),
  );
  return `Basic ${btoa(`${left}:${right}`)}`;
}
