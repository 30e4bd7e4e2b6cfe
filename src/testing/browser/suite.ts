import { afterEach, beforeEach, expect } from "bun:test";
import { seedDemo } from "#server/cli/seed/demo";
import type { Actor } from "../kit/actor";
import { type MailedServer, startMailedServer } from "../kit/mailed-server";
import { type Environment, fixture, valueOf } from "../kit/suite";
import { carrySession, signInAs } from "./guest";
import { sharedBrowser } from "./launch";
import { type AcmeRole, BY_ROLE } from "./pages";
import { createVisitor, type Visitor, type VisitorOptions } from "./visitor";

export interface BrowserSuite {
  server: MailedServer;
  /** A browser context of its own: no cookies and no storage of another visitor. */
  createVisitor(options?: VisitorOptions): Promise<Visitor>;
  /** A visitor with the session of the person, on the page at the path. */
  signedIn(person: Actor, path?: string): Promise<Visitor>;
}

export interface DemoSuite extends Omit<BrowserSuite, "signedIn"> {
  /** A visitor signed in as the person of the sample data who has the role in Acme. */
  visitorAs(role: AcmeRole, path?: string): Promise<Visitor>;
}

/**
 * A server of its own for the tests of the file, whose mail travels over SMTP, and visitors in the shared browser. The
 * visitors of a test leave after it; a page that complained fails the test.
 */
export function browserSuite(
  environment: Environment | (() => Environment) = {},
): BrowserSuite {
  return suiteOn(fixture(() => startMailedServer(valueOf(environment))));
}

/** The same with the organizations and people of the demo. */
export function demoSuite(): DemoSuite {
  const server = fixture(async () => {
    const started = await startMailedServer();
    await seedDemo(started.db, started.config);
    return started;
  });
  const suite = suiteOn(server);
  return {
    ...suite,
    async visitorAs(role, path) {
      const visitor = await suite.createVisitor();
      const { origin } = server.url;
      await signInAs(visitor.context, origin, BY_ROLE[role]);
      if (path) await visitor.open(path);
      return visitor;
    },
  };
}

function suiteOn(server: MailedServer): BrowserSuite {
  const create = visitorsOfTests();
  const suite: BrowserSuite = {
    server,
    createVisitor: async (options) =>
      create(await createVisitor(await sharedBrowser(), server, options)),
    async signedIn(person, path) {
      const visitor = await suite.createVisitor();
      await carrySession(visitor.context, server.url, person);
      if (path) await visitor.open(path);
      return visitor;
    },
  };
  return suite;
}

/** Keeps the visitors of each test, to look at their complaints and to close them; those of `beforeAll` stay. */
function visitorsOfTests(): (visitor: Visitor) => Visitor {
  let visitors: Visitor[] = [];
  beforeEach(() => void (visitors = []));
  afterEach(async () => {
    const left = visitors.splice(0);
    const complaints = left.flatMap((visitor) => visitor.complaints);
    await Promise.all(left.map(({ context }) => context.close()));
    expect(complaints).toEqual([]);
  });
  return (visitor) => {
    visitors.push(visitor);
    return visitor;
  };
}
