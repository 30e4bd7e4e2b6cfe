import { router } from "#server/rpc/trpc";
import { deletionProcedures } from "./account-deletion/procedures";
import { exportProcedures } from "./account-export/procedures";
import { emailChangeProcedures } from "./email-change/procedures";
import { linkedAccountProcedures } from "./linked-accounts/procedures";
import { passkeyProcedures } from "./passkeys/procedures";
import { passwordProcedures } from "./password/procedures";
import { avatarProcedures } from "./profile/avatar-procedures";
import { profileProcedures } from "./profile/procedures";
import { providerProcedures } from "./provider-sign-in/procedures";
import { sessionProcedures } from "./sessions/procedures";
import { signInProcedures } from "./sign-in/procedures";
import { secondFactorProcedures } from "./sign-in/second-factor-procedures";
import { signUpProcedures } from "./sign-up/procedures";
import { twoFactorProcedures } from "./two-factor/procedures";

export const authRouter = router({
  ...signUpProcedures,
  ...signInProcedures,
  ...passwordProcedures,
  ...profileProcedures,
  ...sessionProcedures,
});

export const accountRouter = router({
  ...emailChangeProcedures,
  ...avatarProcedures,
  ...deletionProcedures,
  ...exportProcedures,
});

export const twoFactorRouter = router({
  ...twoFactorProcedures,
  ...secondFactorProcedures,
});

export const passkeysRouter = router(passkeyProcedures);

export const linkedAccountsRouter = router({
  ...providerProcedures,
  ...linkedAccountProcedures,
});
