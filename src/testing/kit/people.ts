import type { CapturedMail } from "#server/kernel/mail/mailer";
import { Actor, type Answer } from "./actor";
import { withoutLinks } from "#server/kernel/mail/without-links";
import { until } from "./until";

/** Signs up users over HTTP and creates organizations, on any server whose mail the test can read. */
export interface People {
  /** Creates a user who has confirmed the address. */
  person(name?: string): Promise<Actor>;
  /** Creates a browser that is not signed in. */
  stranger(): Actor;
  organization(admin: Actor, name?: string): Promise<TestOrganization>;
  /** Creates a member: invites a new user with the role, who then signs up through the link and accepts. */
  join(
    admin: Actor,
    org: TestOrganization,
    role: string,
    name?: string,
  ): Promise<Actor>;
  invite(
    admin: Actor,
    org: TestOrganization,
    email: string,
    role: string,
  ): Promise<TestInvitation>;
  mailsTo(email: string): Promise<ReceivedMail[]>;
  /** Returns the token in the newest mail to the address. With `page`, only mails with a link to that page count. */
  mailedToken(email: string, page?: Page): Promise<string>;
}

export type ReceivedMail = Pick<
  CapturedMail,
  "to" | "subject" | "text" | "html"
>;

type Page = "verify" | "invite" | "reset" | "change-email";

export interface TestOrganization {
  id: string;
  slug: string;
  name: string;
}

export interface TestInvitation {
  id: string;
  token: string;
}

/** The parts of a server that `createPeople` needs. */
export interface Reachable {
  url: URL;
  /** Waits until the outbox is empty, then returns the mails to an address, newest first. */
  mailsTo(email: string): Promise<ReceivedMail[]>;
}

let people = 0;

export function createPeople(server: Reachable): People {
  return {
    person: (name = `Person ${++people}`) => signUp(server, name),
    stranger: () => new Actor(server, "Stranger", "stranger@example.com"),
    organization: (admin, name = `Organization ${++people}`) =>
      organization(admin, name),
    join: (admin, org, role, name) =>
      joinThrough(server, admin, org, role, name),
    invite: (admin, org, email, role) =>
      invite(server, admin, org, email, role),
    mailsTo: server.mailsTo,
    mailedToken: (email, page) => mailedToken(server, email, page),
  };
}

function newPerson(server: Reachable, name = `Person ${++people}`): Actor {
  return new Actor(server, name, `person-${++people}@example.com`);
}

async function signUp(server: Reachable, name: string): Promise<Actor> {
  const actor = newPerson(server, name);
  const { email, password } = actor;
  expectStatus(
    await actor.post("/auth/sign-up", { name, email, password }),
    202,
  );
  const token = await mailedToken(server, email, "verify");
  const { body } = expectStatus(
    await actor.post<"auth.verifyEmail">("/auth/verify-email", { token }),
    200,
  );
  actor.id = signedInUser(body).id;
  return actor;
}

/** Returns the user of an answer to a sign-in. */
export function signedInUser(body: { user: { id: string } | null } | object): {
  id: string;
} {
  if (!("user" in body) || !body.user)
    throw new Error("The answer contains no user.");
  return body.user;
}

async function organization(
  admin: Actor,
  name: string,
): Promise<TestOrganization> {
  const path = "/organizations";
  const answer = await admin.post<"organizations.create">(path, { name });
  return expectStatus(answer, 201).body;
}

async function joinThrough(
  server: Reachable,
  admin: Actor,
  org: TestOrganization,
  role: string,
  name?: string,
): Promise<Actor> {
  const actor = newPerson(server, name);
  const { token: invitationToken } = await invite(
    server,
    admin,
    org,
    actor.email,
    role,
  );
  const signedUp = await actor.post<"auth.signUp">("/auth/sign-up", {
    name: actor.name,
    email: actor.email,
    password: actor.password,
    invitationToken,
  });
  const { body } = expectStatus(signedUp, 201);
  actor.id = signedInUser(body).id;
  expectStatus(
    await actor.post("/invitations/accept", { token: invitationToken }),
    200,
  );
  return actor;
}

async function invite(
  server: Reachable,
  admin: Actor,
  org: TestOrganization,
  email: string,
  role: string,
): Promise<TestInvitation> {
  const path = `/organizations/${org.slug}/invitations`;
  const answer = await admin.post<"invitations.create">(path, { email, role });
  const { id } = invitationIn(expectStatus(answer, 201));
  // A test may have changed the name since. An inviter whose role does not let them read it finds the newest mail.
  const { status, body } = await admin.get<"organizations.get">(
    `/organizations/${org.slug}`,
  );
  const name = status === 200 ? body.name : "";
  return { id, token: await mailedToken(server, email, "invite", name) };
}

/** Copies a link to an invitation, and returns its token. */
export async function copiedToken(
  admin: Actor,
  org: TestOrganization,
  { id }: { id: string },
): Promise<string> {
  const path = `/organizations/${org.slug}/invitations/${id}/link`;
  const { url } = expectStatus(
    await admin.post<"invitations.copyLink">(path),
    201,
  ).body;
  return new URL(url).hash.slice("#token=".length);
}

/** Returns the invitation in the answer to a call with one address. */
export function invitationIn({ body }: Answer<"invitations.create">) {
  if (!("id" in body)) throw new Error("Several invitations were sent.");
  return body;
}

/** Returns the invitations in the answer to a call with several addresses. */
export function invitationsIn({ body }: Answer<"invitations.create">) {
  if (!("sent" in body)) throw new Error("One invitation was sent.");
  return body;
}

/**
 * @param orgName the organization that the mail must name: mails about different organizations are delivered in any
 * order
 */
function mailedToken(
  server: Reachable,
  email: string,
  page?: Page,
  orgName = "",
): Promise<string> {
  const link = new RegExp(`/${page ?? "[\\w-]+"}#token=([\\w-]+)`);
  const name = withoutLinks(orgName);
  return until(`a link is mailed to ${email}`, async () => {
    const mails = await server.mailsTo(email);
    return mails
      .filter(({ text }) => text.includes(name))
      .map(({ text }) => link.exec(text)?.[1])
      .find(Boolean);
  });
}

export function expectStatus<A extends { status: number; text: string }>(
  answer: A,
  status: number,
): A {
  if (answer.status !== status)
    throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text}`);
  return answer;
}
