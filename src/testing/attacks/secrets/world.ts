import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createSealers, type Sealers } from "#server/kernel/crypto";
import { type GitHubServer, startGitHub } from "#testing/peers/github";
import { type OidcServer, startOidc } from "#testing/peers/oidc";
import { createPeople, expectStatus, type People } from "#testing/kit/people";
import { type ServerProcess, spawnServer } from "#testing/kit/process";
import { type MailServer, startMailServer } from "#testing/peers/smtp";
import { freePort, temporaryFolder } from "#testing/kit/temporary";
import { Witness } from "./witness";

const APP_SECRET = "the secret of this very server, and of no other";

/** A server with debug logs, the external servers it talks to, and the secrets that must not leak. */
export interface World extends People {
  server: ServerProcess;
  mail: MailServer;
  oidc: OidcServer;
  github: GitHubServer;
  sealers: Sealers;
  /** Maps each secret to its kind. */
  secrets: Map<string, string>;
  remember(kind: string, secret: string): void;
  /** Creates a user with an account. */
  member(name: string): Promise<Witness>;
  newcomer(name: string): Witness;
  /** Returns the contents of all files in the server's folder as one buffer. */
  atRest(): Buffer;
  stop(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const folder = temporaryFolder();
  const port = freePort();
  const [mail, oidc] = await Promise.all([startMailServer(), startOidc(port)]);
  const github = startGitHub();
  const environment = { ...oidc.environment, ...github.environment };
  const server = await spawnServer(folder.path, {
    ...environment,
    APP_SECRET,
    SMTP_URL: mail.url,
    LOG_LEVEL: "debug",
    PORT: String(port),
  });
  const secrets = new Map<string, string>();
  const remember: World["remember"] = (kind, secret) =>
    void secrets.set(secret, kind);
  remember("secret of the program", APP_SECRET);
  for (const [name, value] of Object.entries(environment))
    if (name.endsWith("_SECRET")) remember(name, value);
  const mailsTo = async (to: string) => [await mail.mailTo(to)];
  const people = createPeople({ url: server.url, mailsTo });
  const newcomer = (name: string) => {
    const email = `${name.toLowerCase()}@example.com`;
    return new Witness(server, remember, name, email, `${name}'s passphrase`);
  };

  return {
    ...people,
    server,
    mail,
    oidc,
    github,
    sealers: createSealers(APP_SECRET, []),
    secrets,
    remember,
    newcomer,
    async member(name) {
      const actor = newcomer(name);
      const { email, password } = actor;
      const signUp = actor.post("/auth/sign-up", { name, email, password });
      expectStatus(await signUp, 202);
      const token = await people.mailedToken(email, "verify");
      expectStatus(await actor.post("/auth/verify-email", { token }), 200);
      return actor;
    },
    atRest: () =>
      Buffer.concat(
        readdirSync(folder.path).map((name) =>
          readFileSync(join(folder.path, name)),
        ),
      ),
    async stop() {
      await server.end("SIGKILL");
      await Promise.all([mail.stop(), oidc.stop(), github.stop()]);
      folder.remove();
    },
  };
}
