import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  CLOCK_STEPS,
  type ClockStep,
  type HostedPages,
  type OpenSession,
} from "#server/features/billing/demo/hosted-pages";
import { findCard } from "#server/features/billing/demo/cards";
import { DomainError } from "#server/kernel/errors";
import { requireSameOrigin } from "#server/http/middleware/gate";
import type { RequestState } from "#server/http/middleware/request-state";
import { checkoutPage, expiredPage } from "./checkout-page";
import { type Outcome, portalPage } from "./portal-page";

type Request = Context<RequestState>;

const UNKNOWN_CARD = "Use one of the test cards listed below.";
const DECLINED = "Your card was declined. Try another card.";

/**
 * Serves checkout and customer portal. As at Stripe, the session id in the path is the only credential, so these paths
 * are never logged.
 */
export function mountHostedPages(
  app: Hono<RequestState>,
  origin: string,
  hostedPages: HostedPages,
): void {
  app.use("/billing/:kind/:session/*", async (c, next) => {
    c.header("cache-control", "no-store");
    // The policy `no-referrer` of the other pages would make browsers send a form without a usable `Origin`, which the
    // next check needs.
    c.header("referrer-policy", "same-origin");
    if (c.req.method === "POST") requireSameOrigin(c, origin);
    await next();
  });
  const onError = () => {
    throw new DomainError("PAYLOAD_TOO_LARGE");
  };
  app.use("/billing/*", bodyLimit({ maxSize: 8 * 1024, onError }));

  const withSession =
    (
      kind: "checkout" | "portal",
      answer: (
        c: Request,
        session: OpenSession,
      ) => Response | Promise<Response>,
    ) =>
    async (c: Request) => {
      const session = await hostedPages.find(c.req.param("session") ?? "");
      const isOfKind = (session?.purchase != null) === (kind === "checkout");
      return session && isOfKind
        ? answer(c, session)
        : c.html(expiredPage(), 404);
    };
  const showPortal = async (
    c: Request,
    session: OpenSession,
    outcome: Outcome = {},
  ) => {
    const path = `/billing/portal/${c.req.param("session")}`;
    const { returnUrl } = session;
    const portal = { ...(await hostedPages.view(session)), returnUrl };
    return c.html(portalPage(path, portal, outcome), outcome.error ? 422 : 200);
  };

  app.get(
    "/billing/checkout/:session",
    withSession("checkout", (c, session) => c.html(checkoutPage(session))),
  );
  app.post(
    "/billing/checkout/:session",
    withSession("checkout", async (c, session) => {
      const card = findCard(await fieldOf(c, "card"));
      if (!card) return c.html(checkoutPage(session, UNKNOWN_CARD), 422);
      if (!(await hostedPages.pay(session, card)))
        return c.html(checkoutPage(session, DECLINED), 402);
      return c.redirect(session.returnUrl, 303);
    }),
  );
  app.get(
    "/billing/portal/:session",
    withSession("portal", (c, session) => showPortal(c, session)),
  );
  app.post(
    "/billing/portal/:session/card",
    withSession("portal", async (c, session) => {
      const card = findCard(await fieldOf(c, "card"));
      if (!card) return showPortal(c, session, { error: UNKNOWN_CARD });
      if (!(await hostedPages.changeCard(session, card)))
        return showPortal(c, session, { error: DECLINED });
      return showPortal(c, session, { success: "Payment method updated" });
    }),
  );
  app.post(
    "/billing/portal/:session/clock",
    withSession("portal", async (c, session) => {
      const step = await fieldOf(c, "step");
      if (!isClockStep(step)) return showPortal(c, session);
      const events = await hostedPages.moveClock(session, step);
      return showPortal(c, session, { events });
    }),
  );
}

async function fieldOf(c: Request, name: string): Promise<string> {
  const body = await c.req
    .parseBody()
    .catch(() => ({}) as Record<string, unknown>);
  const value = body[name];
  return typeof value === "string" ? value : "";
}

function isClockStep(text: string): text is ClockStep {
  return Object.hasOwn(CLOCK_STEPS, text);
}
