import { EVENTS, FEW, id, LARGE, SIZES, VIEWERS } from "./build";

/** A request of the benchmark and its expected answer. */
export interface Question {
  name: string;
  path: string;
  /** The expected number of rows in the answer. */
  rows: number;
  /** Whether a row in the answer matches the request. */
  each?: (row: Row) => boolean;
}

export type Row = Record<string, unknown>;

const PAGE = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Where {
  anaId: string;
  /** When the organization was built, in milliseconds since 1970 UTC. */
  now: number;
}

export function questions(where: Where): Question[] {
  return [
    ...members(),
    ...people(),
    dashboard,
    ...auditLog(where),
    ...invitations(),
    ...switcher(),
    ...numbers(where),
  ];
}

function members(): Question[] {
  const ask = asker("members", `/api/organizations/${LARGE.slug}/members`);
  const hasRole = (role: string) => (row: Row) => row.role === role;
  const isNamed = (part: string) => (row: Row) =>
    String(row.name).toLowerCase().includes(part);
  return [
    ask("first page", {}, PAGE),
    ask("middle", { cursor: id("mem", SIZES.members / 2) }, PAGE),
    ask("last page", { cursor: id("mem", SIZES.members - 11) }, 10),
    ask("one role, common", { role: "member" }, PAGE, hasRole("member")),
    ask("one role, rare", { role: "viewer" }, VIEWERS, hasRole("viewer")),
    ask("search, many", { q: "WEBER" }, PAGE, isNamed("weber")),
    ask(
      "search, few, other case",
      { q: FEW.name.toUpperCase() },
      FEW.count,
      isNamed(FEW.name.toLowerCase()),
    ),
    ask("search, an address", { q: "Member-9876@example" }, 1),
    ask("search, none", { q: "nobody has this" }, 0),
    ask("search and role, none", { q: "nobody", role: "member" }, 0),
    ask("search, 200 characters", { q: "ä".repeat(200) }, 0),
  ];
}

/** The dashboard counts the members without two factors and those who are inactive. Its lists are not in `items`. */
const dashboard: Question = {
  name: "dashboard",
  path: `/api/organizations/${LARGE.slug}/dashboard`,
  rows: 0,
};

function people(): Question[] {
  const ask = asker("people", `/api/organizations/${LARGE.slug}/people`);
  const ofMember = (row: Row) => row.kind === "member";
  const hasRole = (role: string) => (row: Row) => row.role === role;
  /** A cursor in the middle of each list. */
  const middles = {
    name: "lukasz",
    role: "1",
    status: 1,
    lastActive: Date.now() - 50 * DAY_MS,
    joined: SIZES.members / 2,
    projects: 0,
  };
  const sorted = Object.entries(middles).flatMap(([sort, middle]) =>
    ["asc", "desc"].flatMap((order) => [
      ask(`by ${sort}, ${order}`, { sort, order }, PAGE),
      ask(
        `by ${sort}, ${order}, middle`,
        { sort, order, cursor: peopleCursor(sort, order, middle) },
        PAGE,
      ),
      ask(
        `by ${sort}, ${order}, search, none`,
        { sort, order, q: "nobody has this" },
        0,
      ),
      ask(
        `by ${sort}, ${order}, role, rare`,
        { sort, order, role: "viewer" },
        VIEWERS,
        hasRole("viewer"),
      ),
      ask(
        `by ${sort}, ${order}, inactive without two factors`,
        { sort, order, twoFactor: "off", inactiveDays: 50 },
        PAGE,
        ofMember,
      ),
    ]),
  );
  return [
    ...sorted,
    ask("a page of 100", { limit: 100 }, 100),
    ask("search, many", { q: "WEBER" }, PAGE),
    ask("search, few, other case", { q: FEW.name.toUpperCase() }, FEW.count),
    ask("search, an address", { q: "Member-9876@example" }, 1),
    ask("search, an invited address", { q: "invited-9999@example" }, 1),
    ask("suspended, none", { status: "suspended" }, 0),
    ask("invited", { status: "invited" }, PAGE),
    ask("expired", { status: "expired" }, PAGE),
    ask("with two factors", { twoFactor: "on" }, PAGE, ofMember),
    ask("inactive for 90 days", { inactiveDays: 90 }, PAGE, ofMember),
    ask(
      "everything at once, none",
      {
        q: "nobody",
        role: "member",
        status: "active",
        twoFactor: "off",
        inactiveDays: 1,
      },
      0,
    ),
  ];
}

function peopleCursor(sort: string, order: string, key: string | number) {
  const place = JSON.stringify([
    sort,
    order,
    key,
    id("mem", SIZES.members / 2),
  ]);
  return Buffer.from(place).toString("base64url");
}

function auditLog({ anaId, now }: Where): Question[] {
  const ask = asker("audit", `/api/organizations/${LARGE.slug}/audit-log`);
  const at = (days: number) => new Date(now - days * 86_400_000).toISOString();
  const [ben, cleo] = [id("usr", 1), id("usr", 2)];
  const nobody = id("usr", 999_999);
  const seldom = "members.updateRole";
  const actedBy = (actor: string) => (row: Row) =>
    (row.actor as Row).id === actor;
  const isSeldom = (row: Row) => row.action === seldom;
  const hasBens = Math.floor((EVENTS.ben / SIZES.events) * EVENTS.seldom);
  return [
    ask("first page", {}, PAGE),
    ask("deep", { cursor: cursorAt(now, 1000) }, PAGE),
    ask("by one who did most", { actor: anaId }, PAGE, actedBy(anaId)),
    ask("by one who did little", { actor: cleo }, EVENTS.cleo, actedBy(cleo)),
    ask("by nobody there", { actor: nobody }, 0),
    ask("by the program", { actor: "system" }, PAGE),
    ask("common action", { action: "projects.update" }, PAGE),
    ask("seldom action", { action: seldom }, EVENTS.seldom, isSeldom),
    ask("unknown action", { action: "projects.none" }, 0),
    ask("from", { from: at(1) }, PAGE),
    ask("to", { to: at(70) }, PAGE),
    ask("from and to", { from: at(41), to: at(40) }, PAGE),
    ask("from and to, none", { from: at(100), to: at(99) }, 0),
    ask("actor and action", { actor: anaId, action: "projects.create" }, PAGE),
    ask(
      "actor and action, both often, never together",
      { actor: anaId, action: "invitations.create" },
      0,
    ),
    ask(
      "actor and seldom action",
      { actor: ben, action: seldom },
      hasBens,
      actedBy(ben),
    ),
    ask(
      "little actor and common action",
      { actor: cleo, action: "projects.create" },
      Math.floor(EVENTS.cleo / 3),
      actedBy(cleo),
    ),
    ask(
      "the program and a common action",
      { actor: "system", action: "projects.create" },
      PAGE,
    ),
    ask(
      "the program and a seldom action",
      { actor: "system", action: seldom },
      0,
    ),
    ask("actor and to", { actor: ben, to: at(1) }, PAGE, actedBy(ben)),
    ask("actor and from, none", { actor: ben, from: at(50) }, 0),
    ask("action and to", { action: "projects.create", to: at(75) }, PAGE),
    ask("action and from, none", { action: seldom, from: at(0.1) }, 0),
    ask(
      "all four",
      { actor: ben, action: "projects.update", from: at(75), to: at(70) },
      PAGE,
      actedBy(ben),
    ),
    ask("one by its number", { seq: String(SIZES.events / 2) }, 1),
  ];
}

/** Returns a cursor at the event with number `seq` in the audit log. The time in the cursor may be inexact. */
function cursorAt(now: number, seq: number): string {
  return `${now - 79 * 86_400_000}.${seq}`;
}

function invitations(): Question[] {
  const ask = asker(
    "invitations",
    `/api/organizations/${LARGE.slug}/invitations`,
  );
  const quarters = ["pending", "accepted", "revoked", "expired"];
  return [
    ask("first page", {}, PAGE),
    ask("middle", { cursor: id("inv", SIZES.invitations / 2) }, PAGE),
    ...quarters.map((status) =>
      ask(status, { status }, PAGE, (row) => row.status === status),
    ),
    ask("declined", { status: "declined" }, 1),
  ];
}

function switcher(): Question[] {
  const everywhere = SIZES.organizations + 1;
  return [
    {
      name: "organizations.list",
      path: "/api/organizations?limit=100",
      rows: 100,
    },
    {
      name: "auth.context",
      path: `/api/auth/context?org=${LARGE.slug}`,
      rows: everywhere,
    },
  ];
}

/** Requests of the dashboard. Each one reads the requested days and the same number of days before them. */
function numbers({ now }: Where): Question[] {
  const ask = asker("numbers", `/api/organizations/${LARGE.slug}/analytics`);
  const since = (days: number) => ({
    from: new Date(now - (days - 1) * 86_400_000).toISOString(),
  });
  return [
    ask("7 days", since(7), 7),
    ask("30 days", since(30), 30),
    ask("12 months", since(365), 365),
  ];
}

function queryOf(query: Record<string, string | number>) {
  return new URLSearchParams(
    Object.entries(query).map(([key, given]) => [key, String(given)]),
  );
}

function asker(of: string, path: string) {
  return (
    name: string,
    query: Record<string, string | number>,
    rows: number,
    each?: Question["each"],
  ): Question => ({
    name: `${of}: ${name}`,
    path: `${path}?${queryOf(query)}`,
    rows,
    ...(each && { each }),
  });
}
