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
  /** Creates a new browser context, without cookies and storage of other visitors. */
  createVisitor(options?: VisitorOptions): Promise<Visitor>;
  /** Creates a visitor with the session of the user and opens the path. */
  signedIn(person: Actor, path?: string): Promise<Visitor>;
}

export interface DemoSuite extends Omit<BrowserSuite, "signedIn"> {
  /** Creates a visitor who is signed in as the demo user with this role in Acme. */
  visitorAs(role: AcmeRole, path?: string): Promise<Visitor>;
}

/**
 * Starts a server whose mail travels over SMTP for the tests of the file, and creates visitors in the shared browser.
 * The visitors of a test are closed after the test; the test fails if a page logged errors.
 */
export function browserSuite(
  environment: Environment | (() => Environment) = {},
): BrowserSuite {
  return suiteOn(fixture(() => startMailedServer(valueOf(environment))));
}

/** Like `browserSuite`, with the organizations and users of the demo. */
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

/**
 * After each test, closes the visitors of the test and expects that their pages logged no errors. Visitors created in
 * `beforeAll` stay open.
 */
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
