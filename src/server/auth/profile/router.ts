import { router } from "../../trpc";
import { avatarProcedures } from "../procedures/avatar";
import { dataProcedures } from "../procedures/data";
import { emailProcedures } from "../procedures/email";

export const accountRouter = router({
  ...emailProcedures,
  ...avatarProcedures,
  ...dataProcedures,
});
