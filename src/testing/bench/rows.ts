import type { Account } from "./data/accounts";
import { admins, membersOfBig, PASSWORD } from "./data/accounts";
import type { Size } from "./data/sizes";
import type { Shot } from "./load/shot";
import { type PeerWork, peerWork } from "./peer-requests";

/** The same work in the product, in a ceiling and in the peer. Each request comes from the next account. */
export interface Row {
  name: string;
  product: Shot[];
  ceiling: Shot[];
  peer?: PeerWork;
  /** Whether passwords are hashed: then only the processor time beyond the hash counts. */
  hashes?: boolean;
  required?: Required;
}

/** The required share of the ceiling, and how many times faster than the peer the product must and should be. */
export interface Required {
  share?: number;
  peer?: number;
  peerAim?: number;
  /** The largest processor time beyond the hash of a password in microseconds. */
  microseconds?: number;
}

type PerAccount = (account: Account) => Shot | Shot[];

export function rows(size: Size): Row[] {
  const people = admins(size);
  const ofBig = membersOfBig(size);
  const peer = peerWork(size);
  const of = (accounts: readonly Account[], shot: PerAccount) =>
    accounts.flatMap(shot);
  const read =
    (path: (account: Account) => string): PerAccount =>
    (account) => ({ path: path(account), cookie: account.cookie });
  const context = read(({ slug }) => `/api/auth/context?org=${slug}`);
  const contextOverTrpc = read(({ slug }) =>
    trpcPath("/trpc/auth.context", slug),
  );
  const bareTrpc = of(
    people,
    read(({ slug }) => trpcPath("/trpc/context", slug)),
  );
  const members = ({ slug }: Account) => `/organizations/${slug}/members`;
  const projects = ({ slug }: Account) => `/organizations/${slug}/projects`;
  return [
    {
      name: "nothing: /healthz · fixed JSON of Bun",
      product: [{ path: "/healthz" }],
      ceiling: [{ path: "/fixed" }],
    },
    {
      name: "context over REST · Hono",
      product: of(people, context),
      ceiling: of(
        people,
        read(({ slug }) => `/context?org=${slug}`),
      ),
    },
    {
      name: "context over REST · Hono + tRPC",
      product: of(people, context),
      peer: peer.context,
      ceiling: bareTrpc,
      required: { share: 0.6, peer: 10, peerAim: 15 },
    },
    {
      name: "context over tRPC · Hono + tRPC",
      product: of(people, contextOverTrpc),
      peer: peer.context,
      ceiling: bareTrpc,
      required: { share: 0.6, peer: 10, peerAim: 15 },
    },
    {
      name: "list organizations",
      product: of(
        people,
        read(() => "/api/organizations"),
      ),
      peer: peer.organizations,
      ceiling: of(
        people,
        read(() => "/organizations"),
      ),
      required: { share: 0.5, peer: 8, peerAim: 10 },
    },
    {
      name: "members (10)",
      product: of(
        people,
        read((account) => `/api${members(account)}`),
      ),
      peer: peer.members,
      ceiling: of(people, read(members)),
      required: { share: 0.5, peer: 5, peerAim: 8 },
    },
    {
      name: "members (50 of 1,000)",
      product: of(
        ofBig,
        read((account) => `/api${members(account)}?limit=50`),
      ),
      peer: peer.membersOfBig,
      ceiling: of(ofBig, read(members)),
      required: { share: 0.5, peer: 4, peerAim: 5 },
    },
    {
      name: "list 20 projects",
      product: of(
        people,
        read((account) => `/api${projects(account)}?limit=20`),
      ),
      peer: peer.projects,
      ceiling: of(people, read(projects)),
      required: { share: 0.5, peer: 1.9, peerAim: 2.6 },
    },
    {
      name: "create a project",
      product: of(
        people,
        create((account) => `/api${projects(account)}`),
      ),
      peer: peer.create,
      ceiling: of(people, create(projects)),
      required: { share: 0.5, peer: 1.5, peerAim: 2 },
    },
    {
      name: "switch organization",
      product: switches(people, "/api/auth/switch-organization"),
      peer: peer.switch,
      ceiling: switches(people, "/switch"),
      required: { share: 0.4, peer: 5, peerAim: 6 },
    },
    {
      name: "sign-in",
      product: of(people, signIn("/api/auth/sign-in")),
      peer: peer.signIn,
      ceiling: of(people, signIn("/sign-in")),
      hashes: true,
      required: { peer: 6, microseconds: 2_000 },
    },
  ];
}

/** Only the rows with this word are compared with a single session, because writes of one session wait for each other. */
export function isRead({ product: [shot] }: Row): boolean {
  return shot?.method === undefined && shot?.cookie !== undefined;
}

function trpcPath(path: string, org: string): string {
  return `${path}?input=${encodeURIComponent(JSON.stringify({ org }))}`;
}

export function create(path: (account: Account) => string): PerAccount {
  const body = JSON.stringify({ name: "Benchmark" });
  return (account) => ({
    path: path(account),
    cookie: account.cookie,
    method: "POST",
    body,
  });
}

/** Every person switches to each of their organizations in turn. */
function switches(people: readonly Account[], path: string): Shot[] {
  const [first] = people;
  const turns = first?.organizationIds.keys() ?? [];
  return [...turns].flatMap((turn) =>
    people.map(({ cookie, organizationIds }) => ({
      path,
      cookie,
      method: "POST",
      body: JSON.stringify({ organizationId: organizationIds[turn] }),
    })),
  );
}

function signIn(path: string): PerAccount {
  return ({ email, deviceCookie }) => ({
    path,
    cookie: deviceCookie,
    method: "POST",
    body: JSON.stringify({ email, password: PASSWORD }),
  });
}
