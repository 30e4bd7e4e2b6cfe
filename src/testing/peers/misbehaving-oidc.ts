import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from "jose";
import { freePort } from "../kit/temporary";

type Claims = Record<string, unknown>;

/** The faults of the OpenID Connect provider. Parts that are not set behave correctly. */
export interface Behaviour {
  discovery?: () => Response | Promise<Response>;
  document?: Claims;
  keys?: () => Response | Promise<Response>;
  token?: () => Response | Promise<Response>;
  userInfo?: () => Response | Promise<Response>;
  /** Overrides claims of the token; a claim with the value undefined is removed. */
  claims?: Claims;
  /** How the token is signed. By default it is signed with the published key. */
  signature?: "right" | "wrong key" | "none" | "client secret";
}

export const CLIENT = {
  id: "tenantry",
  secret: "a secret of the tests, with more than 32 characters",
};

/** Starts an OpenID Connect provider on loopback that behaves correctly except for the faults that a test sets. */
export async function startMisbehavingOidc() {
  const [right, wrong] = await Promise.all(
    Array.from({ length: 2 }, () => generateKeyPair("ES256")),
  );
  if (!right || !wrong) throw new Error("No keys.");
  const port = freePort();
  const issuer = `http://127.0.0.1:${port}`;
  let behaviour: Behaviour = {};
  let nonce = "";
  const publicKey = {
    ...(await exportJWK(right.publicKey)),
    kid: "one",
    alg: "ES256",
    use: "sig",
  };

  const idToken = () => {
    const now = Math.floor(Date.now() / 1000);
    const claims: Claims = {
      iss: issuer,
      aud: CLIENT.id,
      sub: "sub-1",
      nonce,
      iat: now,
      exp: now + 300,
      email: "ana@example.com",
      email_verified: true,
      ...behaviour.claims,
    };
    const { signature = "right" } = behaviour;
    if (signature === "none") return new UnsecuredJWT(claims).encode();
    if (signature === "client secret")
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(CLIENT.secret));
    const { privateKey } = signature === "right" ? right : wrong;
    const header = { alg: "ES256", kid: "one" };
    return new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
  };

  const server = Bun.serve({
    port,
    hostname: "127.0.0.1",
    idleTimeout: 0,
    routes: {
      "/.well-known/openid-configuration": () =>
        behaviour.discovery?.() ??
        Response.json({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          userinfo_endpoint: `${issuer}/me`,
          ...behaviour.document,
        }),
      "/keys": () => behaviour.keys?.() ?? Response.json({ keys: [publicKey] }),
      "/token": async () =>
        behaviour.token?.() ??
        Response.json({
          access_token: "an-access-token-that-no-log-holds",
          token_type: "Bearer",
          id_token: await idToken(),
        }),
      "/me": () =>
        behaviour.userInfo?.() ??
        Response.json({ sub: "sub-1", email: "ana@example.com" }),
    },
  });
  return {
    issuer,
    behave(how: Behaviour) {
      behaviour = how;
    },
    /** Uses the nonce in the given authorization URL for the next token. */
    expectNonce(url: string) {
      nonce = new URL(url).searchParams.get("nonce") ?? "";
    },
    stop: () => server.stop(true),
  };
}

export type MisbehavingOidc = Awaited<ReturnType<typeof startMisbehavingOidc>>;
