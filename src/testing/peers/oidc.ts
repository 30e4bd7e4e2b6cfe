import { resolve } from "node:path";
import { freePort } from "../kit/temporary";
import { until } from "../kit/until";

/** A user at the provider: the subject (`sub`) and other claims. */
export interface Elsewhere {
  sub: string;
  name?: string;
  email?: string;
  email_verified?: boolean;
  hd?: string;
}

/** A real OpenID Connect provider in a separate process. It requires PKCE and has pages for sign-in and consent. */
export interface OidcServer {
  issuer: string;
  /** The configuration of a Tenantry server that uses the provider, both as OIDC provider and as Google. */
  environment: Record<string, string>;
  know(person: Elsewhere): Promise<void>;
  stop(): Promise<void>;
}

/** @param appPort the port of the Tenantry server to which the provider redirects */
export async function startOidc(appPort: number): Promise<OidcServer> {
  const port = freePort();
  const [clientId, clientSecret] = ["tenantry", "a secret: of the tests/+"];
  const origin = `http://localhost:${appPort}`;
  const options = {
    port,
    clientId,
    clientSecret,
    redirectUris: ["oidc", "google"].map(
      (id) => `${origin}/sign-in/with/${id}`,
    ),
  };
  const child = Bun.spawn(
    [
      process.execPath,
      resolve(import.meta.dir, "oidc-program.ts"),
      JSON.stringify(options),
    ],
    { stdio: ["ignore", "ignore", "ignore"] },
  );
  const issuer = `http://127.0.0.1:${port}`;
  await until("the OpenID Connect provider answers", () => {
    if (child.exitCode !== null) throw new Error("It did not start.");
    return fetch(`${issuer}/jwks`).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    );
  });
  return {
    issuer,
    environment: {
      PORT: String(appPort),
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: clientSecret,
      OIDC_NAME: "Acme ID",
      GOOGLE_ISSUER: issuer,
      GOOGLE_CLIENT_ID: clientId,
      GOOGLE_CLIENT_SECRET: clientSecret,
    },
    async know(person) {
      await fetch(`${issuer}/people`, {
        method: "POST",
        body: JSON.stringify(person),
      });
    },
    async stop() {
      child.kill();
      await child.exited;
    },
  };
}
