import { createSigner } from "#server/kernel/crypto";
import type { Database } from "#server/kernel/db/client";
import { CARDS } from "#server/features/billing/demo/cards";
import { write } from "#server/features/billing/demo/events";
import { createFakeBilling } from "#server/features/billing/demo/demo";
import type { Told } from "#server/features/billing/demo/store";
import type { CardKind, World } from "./contract";

const SECRET = "a secret of the tests with enough characters";

export interface FakeWorld extends Omit<World, "stop"> {
  told: Told[];
}

/** The payment service of the program over a database, and what happens to it from outside. */
export function createFakeWorld(db: Database): FakeWorld {
  const told: Told[] = [];
  const signer = createSigner(SECRET, "fake-billing");
  const ahead = new Map<string, number>();
  const fake = createFakeBilling({
    db,
    secret: SECRET,
    publicUrl: new URL("http://localhost"),
    now: Date.now,
    tell: (work, event) => work.afterCommit(() => void told.push(event)),
    receive: () => Promise.resolve(),
  });
  const { provider, hostedPages } = fake;
  const visitAt = async (kind: "checkout" | "portal", { pathname }: URL) => {
    const visit = await hostedPages.find(
      kind,
      pathname.split("/").at(-1) ?? "",
    );
    if (!visit) throw new Error(`Nobody knows ${pathname}.`);
    return visit;
  };
  return {
    provider,
    told,
    pay: async (url, kind) =>
      hostedPages.pay(await visitAt("checkout", url), cardOf(kind)),
    changeCard: async (url, kind) =>
      hostedPages.changeCard(await visitAt("portal", url), cardOf(kind)),
    async passTime(customerId, milliseconds) {
      const total = (ahead.get(customerId) ?? 0) + milliseconds;
      ahead.set(customerId, total);
      await db.client.execute({
        sql: "update fake_customers set clock_ahead = ?, version = version + 1 where id = ?",
        args: [total, customerId],
      });
      await provider.read(customerId);
    },
    messages: () => told.map((event) => write(signer, event, Date.now())),
    olderMessage(milliseconds) {
      const [event] = told;
      if (!event) throw new Error("Nothing was told yet.");
      return Promise.resolve(write(signer, event, Date.now() - milliseconds));
    },
  };
}

function cardOf(kind: CardKind) {
  const index = { pays: 0, declined: 1, "fails later": 2 }[kind];
  const card = CARDS[index];
  if (!card) throw new Error(`There is no card that ${kind}.`);
  return card;
}
