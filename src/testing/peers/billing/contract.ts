import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { newId } from "#shared/id";
import type {
  BillingEvent,
  BillingProvider,
  Purchase,
} from "#server/core/billing/provider";

const DAY = 24 * 60 * 60 * 1000;

type Card = "pays" | "declined" | "failsLater";

/** A billing provider, with the actions of customers and the control of time. */
export interface World {
  provider: BillingProvider;
  /**
   * Pays at a checkout.
   * @returns whether the card was accepted
   */
  pay(checkout: URL, card: Card): Promise<boolean>;
  /**
   * Changes the card at the customer portal.
   * @returns whether the card was accepted
   */
  changeCard(portal: URL, card: Card): Promise<boolean>;
  /** Lets time pass for a customer. Renewals and payments that become due happen meanwhile. */
  passTime(customerId: string, milliseconds: number): Promise<void>;
  /** Returns the webhook messages so far, oldest first, with signatures that are `age` milliseconds old. */
  messages(age?: number): { body: Uint8Array; headers: Headers }[];
  stop(): Promise<void>;
}

const TEAM: Purchase = { plan: "team", interval: "month", seats: 3 };
const RETURN = "http://localhost/back";

/** Tests the behaviour that all billing providers share. */
export function billingContract(name: string, start: () => Promise<World>) {
  describe(`the contract with ${name}:`, () => {
    let world: World;
    beforeAll(async () => {
      world = await start();
    });
    afterAll(() => world.stop());

    const orgId = newId("organization");
    const customer = (key = newId("customer"), email = "ana@example.com") =>
      world.provider.createCustomer({ name: "Acme", email, orgId, key });
    const read = (id: string) => world.provider.read(id);
    const buy = async (
      customerId: string,
      purchase = TEAM,
      card: Card = "pays",
    ) => {
      const request = { customerId, returnUrl: RETURN, purchase };
      return world.pay(await world.provider.checkout(request), card);
    };
    const switchCard = async (customerId: string, card: Card) =>
      world.changeCard(
        await world.provider.portal({ customerId, returnUrl: RETURN }),
        card,
      );
    /** Creates a customer with a paid plan. */
    const subscriber = async (purchase = TEAM) => {
      const id = await customer();
      expect(await buy(id, purchase)).toBe(true);
      const state = await read(id);
      if (!state) throw new Error("The purchase failed.");
      return { id, subscription: state.id };
    };

    test("a key creates one customer, also for another admin", async () => {
      const key = newId("customer");
      const asked = await customer(key, "ben@example.com");
      expect(asked).toBe(await customer(key));
    });

    test("a key creates one customer", async () => {
      const key = newId("customer");
      const ids = [await customer(key), await customer(key)];
      expect(ids[0]).toBe(ids[1] ?? "");
      expect(await customer()).not.toBe(ids[0] ?? "");
      expect(await read(ids[0] ?? "")).toBeUndefined();
      expect(await world.provider.invoices(ids[0] ?? "")).toEqual([]);
    });

    test("a purchase is active and paid", async () => {
      const { id } = await subscriber();
      expect(await read(id)).toMatchObject({
        ...TEAM,
        status: "active",
        trialEndsAt: null,
        cancelsAtPeriodEnd: false,
        pastDueSince: null,
      });
      expect(await world.provider.invoices(id)).toMatchObject([
        { status: "paid", total: 3600, currency: "usd" },
      ]);
    });

    test("a declined card buys nothing", async () => {
      const id = await customer();
      expect(await buy(id, TEAM, "declined")).toBe(false);
      expect(await read(id)).toBeUndefined();
    });

    test("a trial starts once for a key and is cancelled at its end without a card", async () => {
      const customerId = await customer();
      const trial = {
        customerId,
        purchase: TEAM,
        days: 14,
        key: newId("event"),
      };
      await world.provider.startTrial(trial);
      await world.provider.startTrial(trial);
      const begun = await read(customerId);
      expect(begun).toMatchObject({ ...TEAM, status: "trialing" });
      expect(begun?.periodEndsAt).toBe(begun?.trialEndsAt ?? 0);
      await world.passTime(customerId, 13 * DAY);
      expect(await read(customerId)).toMatchObject({ status: "trialing" });
      await world.passTime(customerId, 2 * DAY);
      expect(await read(customerId)).toMatchObject({ status: "cancelled" });
    });

    test("a trial stays as it is when its key comes with other seats", async () => {
      const customerId = await customer();
      const trial = { customerId, days: 14, key: newId("event") };
      const more = { ...TEAM, seats: TEAM.seats + 1 };
      await world.provider.startTrial({ ...trial, purchase: TEAM });
      await world.provider.startTrial({ ...trial, purchase: more });
      expect(await read(customerId)).toMatchObject(TEAM);
    });

    test("a purchase replaces a trial", async () => {
      const customerId = await customer();
      const key = newId("event");
      await world.provider.startTrial({
        customerId,
        purchase: TEAM,
        days: 14,
        key,
      });
      const bought = { ...TEAM, seats: 5 };
      expect(await buy(customerId, bought)).toBe(true);
      const state = await read(customerId);
      expect(state).toMatchObject({ ...bought, status: "active" });
      await world.provider.cancelOthers(customerId, state?.id ?? "");
      await world.passTime(customerId, 20 * DAY);
      expect(await read(customerId)).toMatchObject({
        ...bought,
        status: "active",
      });
    });

    test("a subscription renews with each period", async () => {
      const { id } = await subscriber();
      const first = await read(id);
      await world.passTime(id, 32 * DAY);
      const second = await read(id);
      expect(second?.status).toBe("active");
      expect(second?.periodEndsAt).toBeGreaterThan(first?.periodEndsAt ?? 0);
      expect(await world.provider.invoices(id)).toHaveLength(2);
    });

    test("a change of plan, interval or seats takes effect at once and is prorated", async () => {
      const { id, subscription } = await subscriber();
      const larger = { ...TEAM, plan: "business", seats: 4 } as const;
      await world.provider.change(subscription, larger);
      expect(await read(id)).toMatchObject({ ...larger, status: "active" });
      await world.passTime(id, 32 * DAY);
      const [newest] = await world.provider.invoices(id);
      // The invoice contains four seats of the Business plan and the prorated difference for the previous month.
      expect(newest?.total).toBeGreaterThan(4 * 2900);
      await world.provider.change(subscription, {
        ...larger,
        interval: "year",
      });
      expect(await read(id)).toMatchObject({
        interval: "year",
        status: "active",
      });
    });

    test("a failed payment makes a subscription past due until another card pays", async () => {
      const { id } = await subscriber();
      expect(await switchCard(id, "failsLater")).toBe(true);
      await world.passTime(id, 31 * DAY + DAY / 2);
      const due = await read(id);
      expect(due?.status).toBe("past_due");
      expect(due?.pastDueSince).not.toBeNull();
      const [open] = await world.provider.invoices(id);
      expect(open?.status).toBe("open");
      expect(await switchCard(id, "pays")).toBe(true);
      expect(await read(id)).toMatchObject({
        status: "active",
        pastDueSince: null,
      });
      const [paid] = await world.provider.invoices(id);
      expect(paid).toMatchObject({ id: open?.id ?? "", status: "paid" });
    });

    test("a subscription is unpaid after all retries, and another card pays it", async () => {
      const { id } = await subscriber();
      await switchCard(id, "failsLater");
      await world.passTime(id, 31 * DAY);
      await world.passTime(id, 10 * DAY);
      expect(await read(id)).toMatchObject({ status: "unpaid" });
      await switchCard(id, "pays");
      expect(await read(id)).toMatchObject({ status: "active" });
    });

    test("a cancelled subscription ends with its period unless it is resumed", async () => {
      const { id, subscription } = await subscriber();
      const { provider } = world;
      await provider.setCancelsAtPeriodEnd(subscription, true);
      expect(await read(id)).toMatchObject({
        status: "active",
        cancelsAtPeriodEnd: true,
      });
      await provider.setCancelsAtPeriodEnd(subscription, false);
      await world.passTime(id, 32 * DAY);
      expect(await read(id)).toMatchObject({ status: "active" });
      await provider.setCancelsAtPeriodEnd(subscription, true);
      await world.passTime(id, 32 * DAY);
      expect(await read(id)).toMatchObject({ status: "cancelled" });
    });

    test("a subscription can be ended at once and followed by a new one", async () => {
      const { id } = await subscriber();
      await world.provider.cancelNow(id);
      expect(await read(id)).toMatchObject({ status: "cancelled" });
      expect(await buy(id, { ...TEAM, seats: 1 })).toBe(true);
      expect(await read(id)).toMatchObject({ status: "active", seats: 1 });
    });

    test("of two purchases the first stays when the others are cancelled", async () => {
      const id = await customer();
      const request = { customerId: id, returnUrl: RETURN };
      const checkouts = [
        await world.provider.checkout({ ...request, purchase: TEAM }),
        await world.provider.checkout({
          ...request,
          purchase: { ...TEAM, seats: 9 },
        }),
      ];
      for (const checkout of checkouts)
        expect(await world.pay(checkout, "pays")).toBe(true);
      const kept = await read(id);
      expect(kept?.seats).toBe(3);
      await world.provider.cancelOthers(id, kept?.id ?? "");
      await world.provider.cancelOthers(id, kept?.id ?? "");
      expect(await read(id)).toMatchObject({ id: kept?.id, status: "active" });
      await world.passTime(id, 32 * DAY);
      const newest = await world.provider.invoices(id);
      expect(newest.filter(({ total }) => total === 9 * 1200)).toHaveLength(1);
    });

    test("a message names its customer and is valid unchanged, signed and recent", async () => {
      const { id } = await subscriber();
      const { parseEvent } = world.provider;
      const events: BillingEvent[] = [];
      for (const { body, headers } of world.messages())
        events.push(await parseEvent(body, headers));
      const own = events.filter(({ customerId }) => customerId === id);
      expect(own.map(({ type }) => type)).toContain(
        "customer.subscription.created",
      );
      expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
      const [message] = world.messages();
      if (!message) throw new Error("The provider sent no message.");
      const { body, headers } = message;
      const changed = Uint8Array.from(body);
      changed[changed.length - 2] = (changed.at(-2) ?? 0) ^ 1;
      const [old = message] = world.messages(301_000);
      for (const [bytes, proof] of [
        [changed, headers],
        [body, new Headers()],
        [old.body, old.headers],
      ] as const)
        await expect(parseEvent(bytes, proof)).rejects.toMatchObject({
          reason: "SIGNATURE_INVALID",
        });
      const [recent = message] = world.messages(200_000);
      expect(await parseEvent(recent.body, recent.headers)).toBeDefined();
    });

    test("an unknown customer is a failure", async () => {
      await expect(read("cus_nobody")).rejects.toMatchObject({
        reason: "BILLING_FAILED",
      });
    });
  });
}
