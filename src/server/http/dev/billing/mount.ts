import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  type HostedPages,
  type Move,
  CLOCK_STEPS,
} from "#server/features/billing/demo/hosted-pages";
import { findCard } from "#server/features/billing/demo/cards";
import type { Visit } from "#server/features/billing/demo/visits";
import type { Dependencies } from "#server/rpc/context";
import { DomainError } from "#server/kernel/errors";
import { requireSameOrigin } from "#server/http/middleware/gate";
import type { RequestState } from "#server/http/middleware/request-state";
import { checkoutPage, overPage } from "./checkout";
import { portalPage } from "./portal";

type Request = Context<RequestState>;

const UNKNOWN_CARD =
  "Only the cards below are taken here. Copy one of their numbers.";
const DECLINED = "The card was declined. Nothing was paid; try another one.";

/**
 * The pages of the payment service inside the program. Whoever knows the token of a visit is let in, as at a payment
 * service: it is in the path, which is never logged, and holds for an hour.
 */
export function mountDemoBilling(
  app: Hono<RequestState>,
  { config }: Dependencies,
  hostedPages: HostedPages,
): void {
  const { origin } = config.publicUrl;
  const visitOf = (c: Request, kind: Visit["kind"]) =>
    hostedPages.find(kind, c.req.param("token") ?? "");

  app.use("/billing/:kind/:token/*", async (c, next) => {
    c.header("cache-control", "no-store");
    // A form tells no origin where no referrer is told at all.
    c.header("referrer-policy", "same-origin");
    if (c.req.method === "POST") requireSameOrigin(c, origin);
    await next();
  });
  const onError = () => {
    throw new DomainError("PAYLOAD_TOO_LARGE");
  };
  app.use("/billing/*", bodyLimit({ maxSize: 8 * 1024, onError }));

  app.get("/billing/checkout/:token", async (c) => {
    const visit = await visitOf(c, "checkout");
    return visit ? c.html(checkoutPage(visit)) : over(c);
  });
  app.post("/billing/checkout/:token", async (c) => {
    const visit = await visitOf(c, "checkout");
    if (!visit) return over(c);
    const card = findCard(await fieldOf(c, "card"));
    if (!card) return c.html(checkoutPage(visit, UNKNOWN_CARD), 422);
    if (!(await hostedPages.pay(visit, card)))
      return c.html(checkoutPage(visit, DECLINED), 402);
    return c.redirect(visit.returnUrl, 303);
  });

  const portal = async (
    c: Request,
    visit: Visit,
    said: Parameters<typeof portalPage>[2] = {},
  ) => {
    const path = `/billing/portal/${c.req.param("token")}`;
    const account = await hostedPages.look(visit);
    const status = said.refusal ? 422 : 200;
    return c.html(portalPage(path, { ...account, visit }, said), status);
  };
  app.get("/billing/portal/:token", async (c) => {
    const visit = await visitOf(c, "portal");
    return visit ? portal(c, visit) : over(c);
  });
  app.post("/billing/portal/:token/card", async (c) => {
    const visit = await visitOf(c, "portal");
    if (!visit) return over(c);
    const card = findCard(await fieldOf(c, "card"));
    if (!card) return portal(c, visit, { refusal: UNKNOWN_CARD });
    const isTaken = await hostedPages.changeCard(visit, card);
    return portal(
      c,
      visit,
      isTaken ? { done: "The card was changed." } : { refusal: DECLINED },
    );
  });
  app.post("/billing/portal/:token/clock", async (c) => {
    const visit = await visitOf(c, "portal");
    if (!visit) return over(c);
    const move = await fieldOf(c, "move");
    if (!isMove(move)) return portal(c, visit);
    return portal(c, visit, {
      events: await hostedPages.moveClock(visit, move),
    });
  });
}

function over(c: Request) {
  return c.html(overPage(), 404);
}

async function fieldOf(c: Request, name: string): Promise<string> {
  const body = await c.req
    .parseBody()
    .catch(() => ({}) as Record<string, unknown>);
  const value = body[name];
  return typeof value === "string" ? value : "";
}

function isMove(text: string): text is Move {
  return Object.hasOwn(CLOCK_STEPS, text);
}
