import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  setDefaultTimeout,
} from "bun:test";
import type { Database } from "#server/kernel/db/client";
import { openTestDatabase } from "./database";
import type { RaceControl } from "./race";
import { startServer, type TestServer } from "./server";

export type Environment = Record<string, string>;

/** The timeout of hooks and tests. It only stops tests that hang, so it is long enough for a slow machine. */
const HANG_MS = 300_000;

interface Hooks {
  before(start: () => Promise<void>, limit: number): void;
  after(stop: () => Promise<void>, limit: number): void;
}

const once: Hooks = { before: beforeAll, after: afterAll };
const eachTime: Hooks = { before: beforeEach, after: afterEach };

/**
 * Starts a fixture before the tests of the file or of the `describe` block, and stops it after them. Fixtures start in
 * the order of their declaration.
 * @returns an object for hooks and tests that forwards every access to the started fixture
 */
export function fixture<T extends { stop(): unknown }>(
  start: () => Promise<T> | T,
  hooks = once,
): T {
  setDefaultTimeout(HANG_MS);
  let started: T | undefined;
  hooks.before(async () => {
    started = await start();
  }, HANG_MS);
  hooks.after(async () => {
    await started?.stop();
    started = undefined;
  }, HANG_MS);
  return standInFor(() => {
    if (started) return started;
    throw new Error("A fixture exists in hooks and tests, not before them.");
  });
}

/** Starts a fixture before each test and stops it after the test. */
export function fixtureOfEachTest<T extends { stop(): unknown }>(
  start: () => Promise<T> | T,
): T {
  return fixture(start, eachTime);
}

/**
 * Starts a server with its own database for the tests of the file or of the `describe` block.
 * @param environment overrides the configuration; a function if it uses other fixtures
 */
export function serverSuite(
  environment: Environment | (() => Environment) = {},
  control?: RaceControl,
): TestServer {
  return fixture(() => startServer(valueOf(environment), control));
}

/** Starts a server with its own database for each test. */
export function serverOfEachTest(
  environment: Environment | (() => Environment) = {},
): TestServer {
  return fixtureOfEachTest(() => startServer(valueOf(environment)));
}

/** Opens a database with the current schema for the tests, without a server. */
export function databaseSuite(): Database {
  const database = fixture(() => openTestDatabase());
  return standInFor(() => database.db);
}

export function valueOf(
  environment: Environment | (() => Environment),
): Environment {
  return typeof environment === "function" ? environment() : environment;
}

/** Returns an object that forwards every access to the current object, which makes the cast safe. */
function standInFor<T extends object>(current: () => T): T {
  return new Proxy({} as T, {
    get(_, key) {
      const target = current();
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
    set: (_, key, value) => Reflect.set(current(), key, value),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_, key) => ({
      ...Reflect.getOwnPropertyDescriptor(current(), key),
      configurable: true,
    }),
  });
}
