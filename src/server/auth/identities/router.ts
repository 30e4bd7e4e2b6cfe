import { router } from "../../trpc";

export const identitiesRouter = router({});
