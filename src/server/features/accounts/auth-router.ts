import { router } from "#server/rpc/trpc";
import { passwordProcedures } from "./password/procedures";
import { profileProcedures } from "./profile/procedures";
import { sessionProcedures } from "./sessions/procedures";
import { signInProcedures } from "./sign-in/procedures";
import { signUpProcedures } from "./sign-up/procedures";

export const authRouter = router({
  ...signUpProcedures,
  ...signInProcedures,
  ...passwordProcedures,
  ...profileProcedures,
  ...sessionProcedures,
});
