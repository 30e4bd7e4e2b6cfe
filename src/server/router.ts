import { authRouter } from "./auth/router";
import { analyticsRouter } from "./features/analytics/router";
import { auditRouter } from "./features/audit/router";
import { identitiesRouter } from "./auth/identities/router";
import { passkeysRouter } from "./auth/passkeys/router";
import { accountRouter } from "./auth/profile/router";
import { twoFactorRouter } from "./auth/two-factor/router";
import { billingRouter } from "./features/billing/router";
import { domainsRouter } from "./features/domains/router";
import { invitationsRouter } from "./features/invitations/router";
import { linksRouter } from "./features/links/router";
import { liveRouter } from "./features/live/router";
import { membersRouter } from "./features/members/router";
import { organizationsRouter } from "./features/organizations/router";
import { projectsRouter } from "./features/projects/router";
import { transfersRouter } from "./features/transfers/router";
import { rolesRouter } from "./features/roles/router";
import { router } from "./trpc";

/** Every procedure of the program; one line per feature. */
export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  twoFactor: twoFactorRouter,
  passkeys: passkeysRouter,
  identities: identitiesRouter,
  organizations: organizationsRouter,
  members: membersRouter,
  invitations: invitationsRouter,
  links: linksRouter,
  domains: domainsRouter,
  transfers: transfersRouter,
  roles: rolesRouter,
  projects: projectsRouter,
  billing: billingRouter,
  analytics: analyticsRouter,
  audit: auditRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
