import { createHmac } from "node:crypto";
import { type Account, admins, membersOfBig, PASSWORD } from "./data/accounts";
import { numberedId, type Size } from "./data/sizes";
import type { Shot } from "./load/shot";

/** The secret with which better-auth signs its cookies in the benchmark. */
export const PEER_SECRET = "MbKvV8sVtLx0QfUeZ5pO3yWc1nRh7aJd";

/** The requests of better-auth that do the work of one row. */
export interface PeerWork {
  shots: Shot[];
  /** How many requests do the work of one request of the product. */
  calls: number;
}

export type PeerRow =
  | "context"
  | "organizations"
  | "members"
  | "membersOfBig"
  | "projects"
  | "create"
  | "switch"
  | "signIn";

export function peerWork(size: Size): Record<PeerRow, PeerWork> {
  const people = admins(size);
  const once = (accounts: readonly Account[], shot: (of: Account) => Shot) => ({
    shots: accounts.map(shot),
    calls: 1,
  });
  return {
    context: {
      shots: people.flatMap((account) => [
        read(account, "/get-session"),
        read(account, "/organization/list"),
        read(account, "/organization/get-active-member"),
      ]),
      calls: 3,
    },
    organizations: once(people, (account) =>
      read(account, "/organization/list"),
    ),
    members: once(people, members),
    membersOfBig: once(membersOfBig(size), members),
    projects: once(people, (account) => request(account, projects(account))),
    create: once(people, (account) => ({
      ...request(account, projects(account)),
      ...post({ name: "Benchmark" }),
    })),
    switch: { shots: switches(people), calls: 1 },
    signIn: once(people, ({ email }) => ({
      path: "/api/auth/sign-in/email",
      forwardedFor: "127.0.0.1",
      ...post({ email, password: PASSWORD }),
    })),
  };
}

function switches(people: readonly Account[]): Shot[] {
  const turns = people[0]?.organizationIds.keys() ?? [];
  return [...turns].flatMap((turn) =>
    people.map((account) => ({
      ...read(account, "/organization/set-active"),
      ...post({ organizationId: account.organizationIds[turn] }),
    })),
  );
}

function members(account: Account): Shot {
  const organizationId = numberedId("org", account.organization);
  const query = `organizationId=${organizationId}&limit=50`;
  return read(account, `/organization/list-members?${query}`);
}

function projects({ organization }: Account): string {
  return `/organizations/${numberedId("org", organization)}/projects`;
}

function read(account: Account, path: string): Shot {
  return request(account, `/api/auth${path}`);
}

/** better-auth reads the address of the client, by which it limits rates, from the header of a proxy. */
function request({ person }: Account, path: string): Shot {
  return { path, cookie: cookieOf(person), forwardedFor: "127.0.0.1" };
}

function post(body: object) {
  return { method: "POST", body: JSON.stringify(body) };
}

function cookieOf(person: number): string {
  const token = numberedId("tok", person);
  const signature = createHmac("sha256", PEER_SECRET)
    .update(token)
    .digest("base64");
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
