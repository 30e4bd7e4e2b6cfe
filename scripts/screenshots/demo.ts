import type { Browser, BrowserContext } from "playwright-core";
import { anyProject, signInAs } from "#testing/browser/guest.ts";
import { BY_ROLE } from "#testing/browser/pages.ts";
import { runProgram, spawnServer } from "#testing/kit/process.ts";
import { temporaryFolder } from "#testing/kit/temporary.ts";
import { StepFailed } from "../run.ts";
import { createExtremes } from "./extremes.ts";

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The running program with its sample data, an empty organization, and an organization with the longest names. */
export interface Demo {
  origin: string;
  /** The id of a project of the organization Acme. */
  project: string;
  /** The token of an invitation that a new user can accept. */
  invitation: string;
  /** Signs in a user of the sample data and returns the cookies. */
  cookiesOf(email: string): Promise<StorageState>;
  stop(): Promise<void>;
}

/** Starts the program with sample data on a new database, as `start` does on an empty one. */
export async function startDemo(browser: Browser): Promise<Demo> {
  const folder = temporaryFolder();
  const environment = {
    ENVIRONMENT: "development",
    DATABASE_URL: `file:${folder.path}/tenantry.db`,
    RATE_LIMIT_FACTOR: "100",
  };
  const seeded = await runProgram(folder.path, ["seed", "--demo"], environment);
  if (seeded.exitCode !== 0) throw new StepFailed(seeded.output);
  const server = await spawnServer(folder.path, environment);
  const { origin } = server.url;
  const states = new Map<string, StorageState>();
  const cookiesOf = async (email: string) => {
    const state = states.get(email) ?? (await signIn(browser, origin, email));
    states.set(email, state);
    return state;
  };
  const storageState = await cookiesOf(BY_ROLE.admin);
  const admin = await browser.newContext({ storageState });
  const project = await anyProject(admin, origin);
  await createExtremes(admin, origin);
  await admin.close();
  const [, token] =
    /#token=([\w-]+)/.exec(
      (await server.mailsTo("new@extremes.example"))[0]?.text ?? "",
    ) ?? [];
  return {
    origin,
    project,
    invitation: token ?? "",
    cookiesOf,
    async stop() {
      await server.end("SIGTERM");
      folder.remove();
    },
  };
}

async function signIn(browser: Browser, origin: string, email: string) {
  const context = await browser.newContext();
  await signInAs(context, origin, email);
  const state = await context.storageState();
  await context.close();
  return state;
}
