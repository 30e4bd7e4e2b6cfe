import { beforeAll, describe, expect, test } from "bun:test";
import type { Actor } from "#testing/kit/actor";
import { lengthenLog } from "#testing/kit/long-log";
import { expectStatus } from "#testing/kit/server";
import { serverSuite } from "#testing/kit/suite";
import type { AuditEvent } from "./schemas";

const ACTIONS = ["projects.create", "projects.update", "projects.delete"];
const ACTORS = ["usr_1", null, "usr_2", "usr_1"];
const EVENTS = 1_400;

const server = serverSuite();
let ana: Actor;
let log: string;
let all: AuditEvent[];

beforeAll(async () => {
  ana = await server.person("Ana");
  const org = await server.organization(ana);
  log = `/organizations/${org.slug}/audit-log`;
  // Several events have the same time, and some have an earlier time than the event before.
  const start = Date.now() - EVENTS;
  await lengthenLog(server, org.id, EVENTS, (n) => ({
    at: start + Math.floor(n / 5) + (n % 7) * 3,
    action: ACTIONS[((n * 5) % 11) % ACTIONS.length] ?? "",
    actorId: ACTORS[n % ACTORS.length] ?? null,
  }));
  all = await download("");
});

async function download(filter: string): Promise<AuditEvent[]> {
  const path = `${log}/export?format=jsonl${filter}`;
  const { text } = expectStatus(await ana.get(path), 200);
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => JSON.parse(line) as AuditEvent);
}

async function pages(filter: string): Promise<AuditEvent[]> {
  const found: AuditEvent[] = [];
  for (let cursor = ""; ;) {
    const path = `${log}?limit=40${filter}${cursor}`;
    const { body } = expectStatus(await ana.get<"audit.list">(path), 200);
    found.push(...body.items);
    if (body.nextCursor === null) return found;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

const seqs = (events: AuditEvent[]) => events.map(({ seq }) => seq);

function oldestFirst(a: AuditEvent, b: AuditEvent): number {
  return a.at.localeCompare(b.at) || a.seq - b.seq;
}

describe.each(["usr_1", "usr_2", "system", "usr_without_events"])(
  "the events of the actor %s are all events of this actor",
  (actor) => {
    const actorId = actor === "system" ? null : actor;
    const expected = (from = "", to = "~") =>
      seqs(
        all
          .filter((event) => event.actor.id === actorId)
          .filter(({ at }) => at >= from && at <= to)
          .toSorted(oldestFirst),
      );

    test("in pages of the list, newest first", async () => {
      const found = await pages(`&actor=${actor}`);
      expect(seqs(found)).toEqual(expected().toReversed());
    });

    test("in a download, oldest first", async () => {
      expect(seqs(await download(`&actor=${actor}`))).toEqual(expected());
    });

    test("of a period", async () => {
      const [from, to] = [all[300]?.at ?? "", all[900]?.at ?? ""];
      const found = await pages(`&actor=${actor}&from=${from}&to=${to}`);
      expect(seqs(found)).toEqual(expected(from, to).toReversed());
    });
  },
);

describe.each(["", "usr_1", "system"])(
  "the events of several actions and the actor “%s”",
  (actor) => {
    const actions = ["projects.create", "projects.delete"];
    const filter = `&action=${actions.join()},unknown${actor && `&actor=${actor}`}`;
    const actorId = actor === "system" ? null : actor;
    const expected = () =>
      seqs(
        all
          .filter(({ action }) => actions.includes(action))
          .filter((event) => actor === "" || event.actor.id === actorId)
          .toSorted(oldestFirst),
      );

    test("in pages of the list, newest first", async () => {
      expect(expected().length).toBeGreaterThan(100);
      expect(seqs(await pages(filter))).toEqual(expected().toReversed());
    });

    test("in a download, oldest first", async () => {
      expect(seqs(await download(filter))).toEqual(expected());
    });
  },
);

test("a request selects at most 100 actions", async () => {
  const actions = Array.from({ length: 101 }, (_, n) => `a${n}`).join();
  expectStatus(await ana.get(`${log}?action=${actions}`), 400);
});
