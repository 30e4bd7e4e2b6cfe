import { z } from "zod";
import { SECOND_FACTORS } from "#server/core/users/second-factors";
import { userShape } from "../user";
import { named } from "#server/kernel/shapes";

export const twoFactorRequiredShape = named(
  "TwoFactorRequired",
  z.object({
    twoFactorRequired: z.literal(true),
    methods: z
      .array(z.enum(SECOND_FACTORS))
      .describe("The kinds of second factor that `twoFactor.signIn` accepts."),
  }),
);

/** The response to a valid first factor: the user, with a session cookie, or the request for a second factor. */
export const signInResultShape = named(
  "SignInResult",
  z.union([z.object({ user: userShape }), twoFactorRequiredShape]),
);
