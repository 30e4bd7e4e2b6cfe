import { router } from "../../trpc";

export const twoFactorRouter = router({});
