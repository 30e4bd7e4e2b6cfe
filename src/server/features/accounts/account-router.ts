import { router } from "#server/rpc/trpc";
import { avatarProcedures } from "./profile/avatar-procedures";
import { dataProcedures } from "./profile/data-procedures";
import { emailProcedures } from "./profile/email-procedures";

export const accountRouter = router({
  ...emailProcedures,
  ...avatarProcedures,
  ...dataProcedures,
});
