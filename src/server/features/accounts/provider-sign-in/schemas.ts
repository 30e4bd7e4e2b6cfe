import { z } from "zod";
import { PROVIDERS } from "#shared/providers";
import { twoFactorRequiredShape } from "../sign-in/schemas";
import { userShape } from "../user";
import { named } from "#server/kernel/shapes";

export const providerField = z.enum(PROVIDERS);
/** The path of this site where the user continues. Any other value leads to the start page. */
export const nextField = z.string().max(500);

export const providersShape = named(
  "SignInProviders",
  z.object({
    items: z.array(z.object({ id: providerField, name: z.string() })),
  }),
);

const next = z.string();

/** The result of a redirect from a provider. `next` is the path where the user continues. */
export const completedShape = named(
  "CompletedRedirect",
  z.union([
    z.object({ user: userShape, next }),
    twoFactorRequiredShape.extend({ next }),
    z.object({ verificationSent: z.literal(true), email: z.string() }),
    z.object({ linked: z.string(), next }),
    z.object({ reauthenticated: z.literal(true), next }),
  ]),
);
