import { router } from "../../trpc";

export const passkeysRouter = router({});
