import { router } from "../trpc";
import { passwordProcedures } from "./procedures/password";
import { profileProcedures } from "./procedures/profile";
import { sessionProcedures } from "./procedures/sessions";
import { signInProcedures } from "./procedures/sign-in";
import { signUpProcedures } from "./procedures/sign-up";

export const authRouter = router({
  ...signUpProcedures,
  ...signInProcedures,
  ...passwordProcedures,
  ...profileProcedures,
  ...sessionProcedures,
});
