import { router } from "#server/rpc/trpc";
import { avatarProcedures } from "./profile/avatar-procedures";
import { dataProcedures } from "./account-deletion/procedures";
import { emailProcedures } from "./email-change/procedures";

export const accountRouter = router({
  ...emailProcedures,
  ...avatarProcedures,
  ...dataProcedures,
});
