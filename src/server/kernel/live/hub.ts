import { TOPIC_NAMES, type Topic } from "#shared/live";
import { DomainError } from "#server/kernel/errors";
import type { LiveEvent } from "./event";

/** How many pages may listen at once: of one browser, of one user, and in all. */
const MOST_PER_SESSION = 20;
const MOST_PER_USER = 100;
const MOST = 20_000;

export interface Listener {
  orgId: string;
  userId: string;
  sessionId: string;
}

/** What one page has yet to hear. It holds each thing once, so a page that is slow to take it costs no memory. */
export interface Subscription {
  /** Takes what has come since. */
  take(): { topics: Topic[]; isAccessInDoubt: boolean; isEnding: boolean };
  /** Resolves when there is something to take, or after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
  /** Ends a wait. */
  wake(): void;
  close(): void;
}

/** The pages that listen at this instance. */
export interface Hub {
  readonly size: number;
  deliver(event: LiveEvent): void;
  /** @throws DomainError `RATE_LIMITED` or `BUSY` where there are too many already. */
  subscribe(listener: Listener): Subscription;
  /** Ends every subscription, and takes no more. */
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
            concerns(event.people, subscriber.userId),
          );
      else if (event.about === "person")
        for (const subscriber of byUser.get(event.userId) ?? [])
          subscriber.push([], true);
      else for (const subscriber of all()) subscriber.push(TOPIC_NAMES, true);
    },
    subscribe(listener) {
      const { orgId, userId, sessionId } = listener;
      if (isClosed || size >= MOST)
        throw new DomainError("BUSY", undefined, { retryAfter: 1 });
      refuseMany([...(byUser.get(userId) ?? [])], sessionId);
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
  // What changed between the call's look at the caller's rights and now was not heard.
  let isAccessInDoubt = true;
  let isEnding = false;
  let isClosed = false;
  let woken = Promise.withResolvers<void>();
  const wake = () => woken.resolve();

  return {
    userId,
    sessionId,
    wake,
    push(heard: readonly Topic[], doubt: boolean): void {
      for (const topic of heard) topics.add(topic);
      isAccessInDoubt ||= doubt;
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

function refuseMany(own: readonly Subscriber[], sessionId: string): void {
  const ofBrowser = own.filter(
    (subscriber) => subscriber.sessionId === sessionId,
  ).length;
  if (ofBrowser >= MOST_PER_SESSION) throw tooMany("livePagesOfBrowser");
  if (own.length >= MOST_PER_USER) throw tooMany("livePagesOfUser");
}

function tooMany(limit: "livePagesOfBrowser" | "livePagesOfUser"): DomainError {
  return new DomainError("RATE_LIMITED", { limit }, { retryAfter: 60 });
}

function concerns(people: "all" | readonly string[], userId: string): boolean {
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
