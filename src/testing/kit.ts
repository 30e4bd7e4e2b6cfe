import { join } from "node:path";
import type { Role } from "../shared/permissions";
import { migrationsFolder } from "../server/assets";
import { type Config, loadConfig } from "../server/config";
import { type Database, openDatabase } from "../server/db/client";
import { migrateDatabase } from "../server/db/migrate";
import { createLog } from "../server/log";
import { type CapturedMail, listCapturedMails } from "../server/mail/mailer";
import { type RunningServer, serve } from "../server/serve";
import { Actor } from "./actor";
import { createRaceControl, type RaceControl } from "./race";
import { freePort, temporaryFolder } from "./temporary";

/** The real program on a database of its own, with people who really signed up. */
export interface TestServer {
  url: URL;
  config: Config;
  db: Database;
  services: RunningServer["services"];
  race: RaceControl["race"];
  /** Somebody who signed up and confirmed the mailed link. */
  person(name?: string): Promise<Actor>;
  /** Somebody who is not signed in. */
  stranger(): Actor;
  organization(admin: Actor, name?: string): Promise<TestOrganization>;
  /** Somebody who was invited with the role, signed up through the link, and accepted. */
  join(
    admin: Actor,
    org: TestOrganization,
    role: Role,
    name?: string,
  ): Promise<Actor>;
  invite(
    admin: Actor,
    org: TestOrganization,
    email: string,
    role: Role,
  ): Promise<TestInvitation>;
  mailsTo(email: string): Promise<CapturedMail[]>;
  /** The token in the newest mail to the address. */
  mailedToken(email: string): Promise<string>;
  stop(): Promise<void>;
}

export interface TestOrganization {
  id: string;
  slug: string;
  name: string;
}

export interface TestInvitation {
  id: string;
  token: string;
}

let people = 0;

/** @param environment overrides what the server is configured with. */
export async function startServer(
  environment: Record<string, string> = {},
): Promise<TestServer> {
  const folder = temporaryFolder();
  const config = loadConfig({
    ENVIRONMENT: "test",
    PORT: String(freePort()),
    DATABASE_URL: `file:${join(folder.path, "test.db")}`,
    DATABASE_SYNCHRONOUS: "NORMAL",
    LOG_LEVEL: "silent",
    RATE_LIMIT_FACTOR: "100000",
    ...environment,
  });
  const control = createRaceControl();
  const db = await openDatabase({
    ...config.database,
    intercept: control.intercept,
  });
  await migrateDatabase(db, migrationsFolder);
  const running = serve(config, db, createLog(config));
  const server: TestServer = {
    url: config.publicUrl,
    config,
    db,
    services: running.services,
    race: control.race,
    person: (name = `Person ${++people}`) => signUp(server, name),
    stranger: () => new Actor(server, "Stranger", "stranger@example.com"),
    organization: (admin, name = `Organization ${++people}`) =>
      organization(admin, name),
    join: (admin, org, role, name) =>
      joinThrough(server, admin, org, role, name),
    invite: (admin, org, email, role) =>
      invite(server, admin, org, email, role),
    mailsTo: (email) => mailsTo(server, email),
    mailedToken: (email) => mailedToken(server, email),
    async stop() {
      await running.stop();
      folder.remove();
    },
  };
  return server;
}

function newPerson(server: TestServer, name = `Person ${++people}`): Actor {
  return new Actor(server, name, `person-${++people}@example.com`);
}

async function signUp(server: TestServer, name: string): Promise<Actor> {
  const actor = newPerson(server, name);
  const { email, password } = actor;
  expectStatus(
    await actor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const token = await server.mailedToken(email);
  const { body } = expectStatus(
    await actor.post("/auth/verify-email", { token }),
    200,
  );
  actor.id = (body as unknown as { user: { id: string } }).user.id;
  return actor;
}

async function organization(
  admin: Actor,
  name: string,
): Promise<TestOrganization> {
  const answer = expectStatus(
    await admin.post("/organizations", { name }),
    201,
  );
  return answer.body as unknown as TestOrganization;
}

async function joinThrough(
  server: TestServer,
  admin: Actor,
  org: TestOrganization,
  role: Role,
  name?: string,
): Promise<Actor> {
  const actor = newPerson(server, name);
  const { token: invitationToken } = await server.invite(
    admin,
    org,
    actor.email,
    role,
  );
  const signedUp = await actor.post("/auth/sign-up", {
    name: actor.name,
    email: actor.email,
    password: actor.password,
    invitationToken,
  });
  actor.id = (
    expectStatus(signedUp, 201).body as unknown as { user: { id: string } }
  ).user.id;
  expectStatus(
    await actor.post("/invitations/accept", { token: invitationToken }),
    200,
  );
  return actor;
}

async function invite(
  server: TestServer,
  admin: Actor,
  org: TestOrganization,
  email: string,
  role: Role,
): Promise<TestInvitation> {
  const answer = await admin.post(`/organizations/${org.slug}/invitations`, {
    email,
    role,
  });
  const { id } = expectStatus(answer, 201).body as unknown as { id: string };
  return { id, token: await server.mailedToken(email) };
}

async function mailsTo(
  server: TestServer,
  email: string,
): Promise<CapturedMail[]> {
  await server.services.outbox.idle();
  const mails = await listCapturedMails(server.db, server.services.deps.sealer);
  return mails.filter(({ to }) => to === email);
}

async function mailedToken(server: TestServer, email: string): Promise<string> {
  const [mail] = await mailsTo(server, email);
  const token = /#token=([\w-]+)/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error(`No link was mailed to ${email}.`);
  return token;
}

export function expectStatus<A extends { status: number; text: string }>(
  answer: A,
  status: number,
): A {
  if (answer.status !== status)
    throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer;
}
