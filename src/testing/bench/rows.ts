import { type Account, admins, membersOfBig, PASSWORD } from "./data/accounts";
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
  required?: RequiredRatios;
}

/** The required share of the ceiling, and how many times faster than the peer the product must and should be. */
export interface RequiredRatios {
  share?: number;
  peer?: number;
  peerAim?: number;
  /** The largest processor time beyond the hash of a password in microseconds. */
  microseconds?: number;
}

type Path = (account: Account) => string;

const members: Path = ({ slug }) => `/organizations/${slug}/members`;
const projects: Path = ({ slug }) => `/organizations/${slug}/projects`;

export function rows(size: Size): Row[] {
  return [
    {
      name: "nothing: /healthz · fixed JSON of Bun",
      product: [{ path: "/healthz" }],
      ceiling: [{ path: "/fixed" }],
    },
    ...contexts(size),
    ...lists(size),
    ...changes(size),
  ];
}

function contexts(size: Size): Row[] {
  const people = admins(size);
  const { context: peer } = peerWork(size);
  const overRest = read(people, ({ slug }) => `/api/auth/context?org=${slug}`);
  const overTrpc = read(people, trpcPath("/trpc/auth.context"));
  const bare = read(people, ({ slug }) => `/context?org=${slug}`);
  const bareTrpc = read(people, trpcPath("/trpc/context"));
  const required = { share: 0.6, peer: 10, peerAim: 15 };
  return [
    {
      name: "context over REST · Hono",
      product: overRest,
      ceiling: bare,
    },
    {
      name: "context over REST · Hono + tRPC",
      product: overRest,
      ceiling: bareTrpc,
      peer,
      required,
    },
    {
      name: "context over tRPC · Hono + tRPC",
      product: overTrpc,
      ceiling: bareTrpc,
      peer,
      required,
    },
  ];
}

function lists(size: Size): Row[] {
  const people = admins(size);
  const ofBig = membersOfBig(size);
  const peer = peerWork(size);
  return [
    {
      name: "list organizations",
      product: read(people, () => "/api/organizations"),
      ceiling: read(people, () => "/organizations"),
      peer: peer.organizations,
      required: { share: 0.5, peer: 8, peerAim: 10 },
    },
    {
      name: "members (10)",
      product: read(people, (account) => `/api${members(account)}`),
      ceiling: read(people, members),
      peer: peer.members,
      required: { share: 0.5, peer: 5, peerAim: 8 },
    },
    {
      name: "members (50 of 1,000)",
      product: read(ofBig, (account) => `/api${members(account)}?limit=50`),
      ceiling: read(ofBig, members),
      peer: peer.membersOfBig,
      required: { share: 0.5, peer: 4, peerAim: 5 },
    },
    {
      name: "list 20 projects",
      product: read(people, (account) => `/api${projects(account)}?limit=20`),
      ceiling: read(people, projects),
      peer: peer.projects,
      required: { share: 0.5, peer: 1.9, peerAim: 2.6 },
    },
  ];
}

function changes(size: Size): Row[] {
  const people = admins(size);
  const peer = peerWork(size);
  return [
    {
      name: "create a project",
      product: create(people, (account) => `/api${projects(account)}`),
      ceiling: create(people, projects),
      peer: peer.create,
      required: { share: 0.5, peer: 1.5, peerAim: 2 },
    },
    {
      name: "switch organization",
      product: switches(people, "/api/auth/switch-organization"),
      ceiling: switches(people, "/switch"),
      peer: peer.switch,
      required: { share: 0.4, peer: 5, peerAim: 6 },
    },
    {
      name: "sign-in",
      product: signIns(people, "/api/auth/sign-in"),
      ceiling: signIns(people, "/sign-in"),
      peer: peer.signIn,
      hashes: true,
      required: { peer: 6, microseconds: 2_000 },
    },
  ];
}

/** Whether the requests only read. Changes of a single session would wait for each other. */
export function isRead({ product: [shot] }: Row): boolean {
  return shot?.method === undefined && shot?.cookie !== undefined;
}

function trpcPath(path: string): Path {
  return ({ slug: org }) =>
    `${path}?input=${encodeURIComponent(JSON.stringify({ org }))}`;
}

function read(accounts: readonly Account[], path: Path): Shot[] {
  return accounts.map((account) => ({
    path: path(account),
    cookie: account.cookie,
  }));
}

function create(accounts: readonly Account[], path: Path): Shot[] {
  const body = JSON.stringify({ name: "Benchmark" });
  return read(accounts, path).map((shot) => ({
    ...shot,
    method: "POST",
    body,
  }));
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

function signIns(people: readonly Account[], path: string): Shot[] {
  return people.map(({ email, deviceCookie }) => ({
    path,
    cookie: deviceCookie,
    method: "POST",
    body: JSON.stringify({ email, password: PASSWORD }),
  }));
}
