import { TOPIC_NAMES, type Topic } from "#shared/live";
import { DomainError } from "#server/kernel/errors";
import type { LiveEvent } from "./event";

/** The maximum number of open streams: per session, per user and in total. */
const MAX_PER_SESSION = 20;
const MAX_PER_USER = 100;
const MAX_STREAMS = 20_000;

export interface Listener {
  orgId: string;
  userId: string;
  sessionId: string;
}

/**
 * The changes that were not yet sent to one open page. Each topic is stored once, so a slow page needs no more memory.
 */
export interface Subscription {
  /** Returns and clears the pending changes. */
  take(): { topics: Topic[]; isAccessInDoubt: boolean; isEnding: boolean };
  /** Resolves when changes are pending, or after the given time. */
  wait(milliseconds: number): Promise<void>;
  /** Ends the present call of `wait`. */
  wake(): void;
  close(): void;
}

/** The subscriptions of the pages that are connected to this instance. */
export interface Hub {
  readonly size: number;
  deliver(event: LiveEvent): void;
  /** @throws DomainError `RATE_LIMITED` or `BUSY` when the maximum number of streams is open */
  subscribe(listener: Listener): Subscription;
  /** Ends all subscriptions and refuses new ones. */
  close(): void;
}

type Subscriber = ReturnType<typeof createSubscriber>;

export function createHub(): Hub {
  const byOrganization = new Map<string, Set<Subscriber>>();
  const byUser = new Map<string, Set<Subscriber>>();
  let size = 0;
  let isClosed = false;
  const all = () => [...byOrganization.values()].flatMap((set) => [...set]);

  return {
    get size() {
      return size;
    },
    deliver(event) {
      if (event.about === "organization")
        for (const subscriber of byOrganization.get(event.orgId) ?? [])
          subscriber.push(
            event.topics,
            affects(event.people, subscriber.userId),
          );
      else if (event.about === "person")
        for (const subscriber of byUser.get(event.userId) ?? [])
          subscriber.push([], true);
      else for (const subscriber of all()) subscriber.push(TOPIC_NAMES, true);
    },
    subscribe(listener) {
      const { orgId, userId, sessionId } = listener;
      if (isClosed || size >= MAX_STREAMS)
        throw new DomainError("BUSY", undefined, { retryAfter: 1 });
      refuseTooMany([...(byUser.get(userId) ?? [])], sessionId);
      const subscriber = createSubscriber(listener, () => {
        size--;
        drop(byOrganization, orgId, subscriber);
        drop(byUser, userId, subscriber);
      });
      size++;
      put(byOrganization, orgId, subscriber);
      put(byUser, userId, subscriber);
      return subscriber;
    },
    close() {
      isClosed = true;
      for (const subscriber of all()) subscriber.end();
    },
  };
}

function createSubscriber(
  { userId, sessionId }: Listener,
  onClose: () => void,
) {
  const topics = new Set<Topic>();
  // A new subscription checks the caller's access again, because it has not received changes since the first check.
  let isAccessInDoubt = true;
  let isEnding = false;
  let isClosed = false;
  let woken = Promise.withResolvers<void>();
  const wake = () => woken.resolve();

  return {
    userId,
    sessionId,
    wake,
    push(changed: readonly Topic[], mayAffectAccess: boolean): void {
      for (const topic of changed) topics.add(topic);
      isAccessInDoubt ||= mayAffectAccess;
      wake();
    },
    end(): void {
      isEnding = true;
      wake();
    },
    take() {
      const taken = { topics: [...topics], isAccessInDoubt, isEnding };
      topics.clear();
      isAccessInDoubt = false;
      woken = Promise.withResolvers<void>();
      return taken;
    },
    async wait(milliseconds: number): Promise<void> {
      const timer = setTimeout(wake, milliseconds);
      await woken.promise;
      clearTimeout(timer);
    },
    close(): void {
      if (isClosed) return;
      isClosed = true;
      wake();
      onClose();
    },
  };
}

function refuseTooMany(own: readonly Subscriber[], sessionId: string): void {
  const ofBrowser = own.filter(
    (subscriber) => subscriber.sessionId === sessionId,
  ).length;
  if (ofBrowser >= MAX_PER_SESSION) throw tooMany("livePagesOfBrowser");
  if (own.length >= MAX_PER_USER) throw tooMany("livePagesOfUser");
}

function tooMany(limit: "livePagesOfBrowser" | "livePagesOfUser"): DomainError {
  return new DomainError("RATE_LIMITED", { limit }, { retryAfter: 60 });
}

function affects(people: "all" | readonly string[], userId: string): boolean {
  return people === "all" || people.includes(userId);
}

function put(
  sets: Map<string, Set<Subscriber>>,
  key: string,
  subscriber: Subscriber,
): void {
  const set = sets.get(key);
  if (set) set.add(subscriber);
  else sets.set(key, new Set([subscriber]));
}

function drop(
  sets: Map<string, Set<Subscriber>>,
  key: string,
  subscriber: Subscriber,
): void {
  const set = sets.get(key);
  set?.delete(subscriber);
  if (set?.size === 0) sets.delete(key);
}
