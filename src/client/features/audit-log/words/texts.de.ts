import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { plain, say } from "../sentence-parts.ts";
import type { texts } from "./texts.ts";

const members = (count: number) =>
  count === 1 ? "1 Mitglied" : `${formatCount(count)} Mitglieder`;
const ofMembers = (count: number) =>
  count === 1 ? "1 Mitglied" : `${formatCount(count)} Mitgliedern`;

const GERMAN: TranslationOf<typeof texts> = {
  role: (label) => label,
  purchase: {
    seats: (plan, seats) =>
      `${plan} mit ${seats === 1 ? "1 Platz" : `${seats} Plätzen`}`,
    yearly: (what) => `${what}, jährlich bezahlt`,
    monthly: (what) => `${what}, monatlich bezahlt`,
  },
  sentences: {
    projectCreated: (name) => say`hat das Projekt ${name} angelegt`,
    projectDeleted: (name) => say`hat das Projekt ${name} gelöscht`,
    projectRenamed: (was, is) => say`hat das Projekt ${was} in ${is} umbenannt`,
    projectChanged: (name) => say`hat das Projekt ${name} geändert`,
    projectFieldChanged: (field, name) => [
      ...plain(`hat „${field}“ des Projekts `),
      ...say`${name} geändert`,
    ],
    projectArchived: (name) => say`hat das Projekt ${name} archiviert`,
    projectReactivated: (name) => say`hat das Projekt ${name} reaktiviert`,
    suspended: (name) => say`hat ${name} gesperrt`,
    letInAgain: (name) => say`hat ${name} entsperrt`,
    suspendedMany: (count) => say`hat ${members(count)} gesperrt`,
    letManyInAgain: (count) => say`hat ${members(count)} entsperrt`,
    removedMany: (count) => say`hat ${members(count)} entfernt`,
    rolesChanged: (count) =>
      say`hat die Rolle von ${ofMembers(count)} geändert`,
    ownRoleChanged: (was, is) =>
      say`hat die eigene Rolle von ${was} in ${is} geändert`,
    roleChanged: (name, was, is) =>
      say`hat die Rolle von ${name} von ${was} in ${is} geändert`,
    left: () => say`hat die Organisation verlassen`,
    removed: (name) => say`hat ${name} aus der Organisation entfernt`,
    linkMade: (role) => say`hat einen Einladungslink erstellt, Rolle: ${role}`,
    linkRevoked: () => say`hat einen Einladungslink zurückgezogen`,
    roleMade: (name) => say`hat die Rolle ${name} angelegt`,
    roleEdited: (name) => say`hat die Rolle ${name} geändert`,
    roleDeleted: (name) => say`hat die Rolle ${name} gelöscht`,
    invited: (email, role) => [
      ...say`hat ${email} eingeladen`,
      ...plain(`, Rolle: ${role}`),
    ],
    invitedTwo: (email) => say`hat ${email} und eine weitere Person eingeladen`,
    invitedMany: (email, others) =>
      say`hat ${email} und ${String(others)} weitere eingeladen`,
    invitationResent: (email) =>
      say`hat die Einladung von ${email} erneut gesendet`,
    invitationRevoked: (email) =>
      say`hat die Einladung von ${email} zurückgezogen`,
    invitationDeclined: () => say`hat die Einladung abgelehnt`,
    joined: (role) => plain(`ist beigetreten, Rolle: ${role}`),
    joinedByLink: (role) =>
      plain(`ist über einen Link beigetreten, Rolle: ${role}`),
    joinedByDomain: (role) =>
      plain(`ist über die Domain der Adresse beigetreten, Rolle: ${role}`),
    domainAdded: (name) => say`hat die Domain ${name} hinzugefügt`,
    domainVerified: (name) => say`hat die Domain ${name} bestätigt`,
    domainRemoved: (name) => say`hat die Domain ${name} entfernt`,
    domainLapsed: (name) =>
      say`hat die Domain ${name} aufgegeben: Ihr Eintrag fehlte eine Woche lang`,
    domainClosed: (name) =>
      say`lässt über die Domain ${name} niemanden mehr beitreten`,
    domainOpened: (name, role) =>
      say`lässt über die Domain ${name} beitreten, Rolle: ${role}`,
    transferOffered: (to) => say`hat die eigene Admin-Rolle ${to} angeboten`,
    transferAccepted: (from) => say`hat die Admin-Rolle von ${from} übernommen`,
    transferDeclined: () => say`hat eine Admin-Rolle abgelehnt`,
    transferCancelled: (to) =>
      say`hat das Angebot einer Admin-Rolle an ${to} zurückgenommen`,
    organizationCreated: (name) => say`hat die Organisation ${name} angelegt`,
    organizationDeleted: (name) => say`hat die Organisation ${name} gelöscht`,
    organizationRestored: (name) =>
      say`hat die Organisation ${name} wiederhergestellt`,
    logoChanged: () => say`hat das Logo der Organisation geändert`,
    logoRemoved: () => say`hat das Logo der Organisation entfernt`,
    settingsKept: () =>
      say`hat die Einstellungen der Organisation unverändert gespeichert`,
    settingsChanged: () => say`hat die Einstellungen der Organisation geändert`,
    settingChanged: (field) =>
      plain(`hat „${field}“ der Organisation geändert`),
    organizationRenamed: (was, is) =>
      say`hat die Organisation ${was} in ${is} umbenannt`,
    organizationMoved: (was, is) =>
      say`hat die Organisation von /o/${was} nach /o/${is} verlegt`,
    secondFactorRequired: (day) =>
      say`verlangt einen zweiten Faktor von allen Mitgliedern, ab ${day}`,
    secondFactorOptional: () => say`verlangt keinen zweiten Faktor mehr`,
    auditKept: (days) =>
      plain(
        days === null
          ? "bewahrt das Audit-Log von jetzt an ohne Ende auf"
          : `bewahrt das Audit-Log von jetzt an ${formatPeriod(days)} auf`,
      ),
    auditAnnounced: (days, day) =>
      plain(
        `hat den Admins mitgeteilt, dass das Audit-Log ab dem ${day} ${formatPeriod(days)} aufbewahrt wird`,
      ),
    auditLowering: (days, day) =>
      plain(
        `hat vermerkt, dass der Tarif das Audit-Log ab dem ${day} ${formatPeriod(days)} aufbewahrt`,
      ),
    auditLoweringEnded: () =>
      plain(
        "hat vermerkt, dass das Audit-Log so lange wie bisher aufbewahrt wird",
      ),
    accountDeleted: () => say`hat das eigene Konto gelöscht und ist gegangen`,
    checkout: () => say`ist zur Bezahlseite gegangen`,
    trialBegun: (what) => say`hat begonnen, ${what} zu testen`,
    planChanged: (what) => say`hat das Abo geändert: ${what}`,
    cancelled: () => say`hat das Abo gekündigt`,
    resumed: () => say`hat die Kündigung zurückgenommen`,
    seatsChosen: () => say`hat gewählt, wer einen Platz behält`,
    notedPaidUntil: (plan, day) =>
      say`hat vermerkt, dass ${plan} bis ${day} bezahlt ist`,
    notedCancelled: () => say`hat vermerkt, dass das Abo gekündigt ist`,
    notedResumed: () => say`hat vermerkt, dass das Abo weitergeht`,
    endedUnpaid: (plan) =>
      say`hat ${plan} beendet, weil es nicht bezahlt wurde`,
    notedPurchase: (what) => say`hat das Abo vermerkt: ${what}`,
    notedPaid: (plan) => say`hat vermerkt, dass ${plan} bezahlt ist`,
    notedTrial: (plan) => say`hat vermerkt, dass ${plan} getestet wird`,
    notedFailure: () => say`hat vermerkt, dass eine Zahlung gescheitert ist`,
    notedUnpaid: () => say`hat vermerkt, dass das Abo nicht bezahlt ist`,
    notedEnd: () => say`hat vermerkt, dass das Abo beendet ist`,
    planReset: (plan) =>
      say`hat den Tarif ${plan} gesetzt, weil der Zahlungsdienst gewechselt wurde`,
    planKept: () =>
      say`hat den Tarif und seine Grenzen behalten, obwohl der Zahlungsdienst gewechselt wurde`,
    limitsLifted: () =>
      say`hat alle Grenzen aufgehoben, weil Zahlungen abgeschaltet wurden`,
    unknown: (action) => say`hat ${action} ausgeführt`,
    rowAdded: (table) => plain(`hat etwas hinzugefügt in „${table}“`),
    rowChanged: (table) => plain(`hat etwas geändert in „${table}“`),
    rowRemoved: (table) => plain(`hat etwas entfernt aus „${table}“`),
    rowNamed: (name) => say`: ${name}`,
    andMore: (count) => say` und ${String(count)} weitere`,
  },
  groups: {
    projects: "Projekte",
    members: "Mitglieder",
    roles: "Rollen",
    invitations: "Einladungen",
    links: "Einladungslinks",
    domains: "Domains",
    billing: "Abrechnung",
    organization: "Organisation",
    other: "Anderes",
  },
  actions: {
    "projects.create": "Projekt angelegt",
    "projects.update": "Projekt geändert",
    "projects.delete": "Projekt gelöscht",
    "members.updateRole": "Rolle geändert",
    "members.remove": "Mitglied entfernt oder gegangen",
    "members.suspend": "Mitglied gesperrt",
    "members.reactivate": "Mitglied entsperrt",
    "members.updateMany": "Mehrere Mitglieder auf einmal geändert",
    "transfers.offer": "Admin-Rolle angeboten",
    "transfers.accept": "Admin-Rolle übergeben",
    "transfers.decline": "Admin-Rolle abgelehnt",
    "transfers.cancel": "Angebot der Admin-Rolle zurückgenommen",
    "account.delete": "Konto gelöscht",
    "roles.create": "Rolle angelegt",
    "roles.update": "Rolle bearbeitet",
    "roles.delete": "Rolle gelöscht",
    "invitations.create": "Einladung gesendet",
    "invitations.resend": "Einladung erneut gesendet",
    "invitations.revoke": "Einladung zurückgezogen",
    "invitations.accept": "Einladung über den Link angenommen",
    "invitations.acceptReceived": "Einladung im Konto angenommen",
    "invitations.decline": "Einladung über den Link abgelehnt",
    "invitations.declineReceived": "Einladung im Konto abgelehnt",
    "links.create": "Link erstellt",
    "links.revoke": "Link zurückgezogen",
    "links.join": "Über einen Link beigetreten",
    "domains.add": "Domain hinzugefügt",
    "domains.verify": "Domain bestätigt",
    "domains.update": "Beitritt über die Domain geändert",
    "domains.remove": "Domain entfernt",
    "domains.lapse": "Domain erloschen",
    "domains.join": "Über die Domain beigetreten, mit Konto",
    "auth.verifyEmail": "Über die Domain beigetreten, als neue Person",
    "auth.choosePassword":
      "Über die Domain beigetreten, als neue Person in einem anderen Browser",
    "auth.signIn":
      "Über die Domain beigetreten, als neue Person bei der Anmeldung",
    "billing.checkout": "Zahlung begonnen",
    "billing.startTrial": "Testphase begonnen",
    "billing.change": "Tarif oder Plätze geändert",
    "billing.cancel": "Abo gekündigt",
    "billing.resume": "Kündigung zurückgenommen",
    "billing.refresh": "Zahlungen nachgesehen",
    "billing.synchronize": "Vom Zahlungsdienst mitgeteilt",
    "billing.adopt": "Tarif nach Wechsel des Zahlungsdienstes",
    "billing.chooseSeats": "Plätze vergeben",
    "organizations.create": "Organisation angelegt",
    "organizations.update": "Organisation geändert",
    "organizations.setLogo": "Logo geändert",
    "organizations.removeLogo": "Logo entfernt",
    "organizations.requireTwoFactor": "Zweiter Faktor verlangt oder nicht",
    "audit.adjustPeriod": "Aufbewahrung des Audit-Logs",
    "organizations.delete": "Organisation gelöscht",
    "organizations.restore": "Organisation wiederhergestellt",
  },
  kinds: {
    projects: "Projekt",
    memberships: "Mitgliedschaft",
    invitations: "Einladung",
    organizations: "Organisation",
    invitation_links: "Einladungslink",
    roles: "Rolle",
    domains: "Domain",
    subscriptions: "Abo",
    admin_transfers: "Angebot der Admin-Rolle",
  },
  fields: {
    name: "Name",
    description: "Beschreibung",
    status: "Status",
    role: "Rolle",
    email: "E-Mail",
    domain: "Domain",
    domains: "Domains",
    plan: "Tarif",
    seats: "Plätze",
    permissions: "Rechte",
    basedOn: "Ausgehend von",
    suspendedAt: "Gesperrt am",
    revokedAt: "Zurückgezogen am",
    keepsSeat: "Behält den Platz",
    uses: "Benutzt",
    maxUses: "Höchstens benutzbar",
    slug: "Adresse",
    logoUrl: "Logo",
    userId: "Mitglied",
    joinedAt: "Beigetreten",
    invitedBy: "Eingeladen von",
    acceptedBy: "Angenommen von",
    notSentAt: "Nicht gesendet",
    auditRetentionDays: "Tage im Audit-Log",
    nextAuditRetentionDays: "Künftige Tage im Audit-Log",
    nextAuditRetentionFrom: "Audit-Log gekürzt ab",
    auditNoticeSentAt: "Kürzung mitgeteilt",
    createdBy: "Angelegt von",
    createdAt: "Angelegt",
    deletedAt: "Gelöscht",
    fromUserId: "Von",
    toUserId: "An",
    roleAfter: "Rolle danach",
    verifiedAt: "Bestätigt",
    checkedAt: "Eintrag gefunden",
    expiresAt: "Läuft ab",
    twoFactorRequiredFrom: "Zweiter Faktor verlangt ab",
    projectLimit: "Höchstzahl der Projekte",
    roleLimit: "Höchstzahl der Rollen",
    isFrozen: "Nur lesend",
    subscriptionId: "Abo",
    interval: "Bezahlt je",
    periodEndsAt: "Bezahlt bis",
    trialEndsAt: "Testphase endet",
    trialUsedAt: "Testphase begonnen",
    cancelsAtPeriodEnd: "Endet mit dem Bezahlten",
    pastDueSince: "Zahlung offen seit",
  },
  values: {
    yes: "Ja",
    no: "Nein",
    active: "Aktiv",
    archived: "Archiviert",
    pending: "Offen",
    accepted: "Angenommen",
    declined: "Abgelehnt",
    revoked: "Zurückgezogen",
    cancelled: "Gekündigt",
    trialing: "Testphase",
    past_due: "Überfällig",
    unpaid: "Nicht bezahlt",
  },
};

export default GERMAN;
