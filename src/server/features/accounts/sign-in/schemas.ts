import { z } from "zod";
import { SECOND_FACTORS } from "#server/core/users/second-factors";
import { userShape } from "../user";

export const twoFactorRequiredShape = z.object({
  twoFactorRequired: z.literal(true),
  /** The kinds of second factor that `twoFactor.signIn` accepts. */
  methods: z.array(z.enum(SECOND_FACTORS)),
});

/** The response to a valid first factor: the user, with a session cookie, or the request for a second factor. */
export const signInResultShape = z.union([
  z.object({ user: userShape }),
  twoFactorRequiredShape,
]);
