import {
  accountRouter,
  authRouter,
  linkedAccountsRouter,
  passkeysRouter,
  twoFactorRouter,
} from "./accounts/router";
import { analyticsRouter } from "./analytics/router";
import { apiKeysRouter } from "./api-keys/router";
import { auditRouter } from "./audit-log/router";
import { billingRouter } from "./billing/router";
import { dashboardRouter } from "./dashboard/router";
import { domainsRouter } from "./domains/router";
import { invitationsRouter } from "./invitations/router";
import { linksRouter } from "./invitations/links/router";
import { liveRouter } from "./live/router";
import { membersRouter } from "./members/router";
import { organizationsRouter } from "./organizations/router";
import { peopleRouter } from "./people/router";
import { projectsRouter } from "./projects/router";
import { transfersRouter } from "./admin-transfers/router";
import { requestsRouter } from "./requests/router";
import { rolesRouter } from "./roles/router";
import { usageRouter } from "./usage/router";
import { serviceAccountsRouter } from "./service-accounts/router";
import { router } from "#server/rpc/trpc";

/** The router with all procedures of the program, one line for each feature. */
export const appRouter = router({
  auth: authRouter,
  account: accountRouter,
  twoFactor: twoFactorRouter,
  passkeys: passkeysRouter,
  linkedAccounts: linkedAccountsRouter,
  organizations: organizationsRouter,
  members: membersRouter,
  people: peopleRouter,
  invitations: invitationsRouter,
  links: linksRouter,
  domains: domainsRouter,
  transfers: transfersRouter,
  requests: requestsRouter,
  roles: rolesRouter,
  projects: projectsRouter,
  apiKeys: apiKeysRouter,
  serviceAccounts: serviceAccountsRouter,
  billing: billingRouter,
  usage: usageRouter,
  analytics: analyticsRouter,
  dashboard: dashboardRouter,
  audit: auditRouter,
  live: liveRouter,
});

export type AppRouter = typeof appRouter;
