import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount, formatPeriod } from "#client/lib/formats/number.ts";
import { parts, plain } from "../sentences/sentence-parts.ts";
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
    yearly: (what) => `${what}, jährliche Abrechnung`,
    monthly: (what) => `${what}, monatliche Abrechnung`,
  },
  sentences: {
    projectCreated: (name) => parts`hat das Projekt ${name} erstellt`,
    projectDeleted: (name) => parts`hat das Projekt ${name} gelöscht`,
    projectRenamed: (was, is) =>
      parts`hat das Projekt ${was} in ${is} umbenannt`,
    projectChanged: (name) => parts`hat das Projekt ${name} geändert`,
    projectFieldChanged: (field, name) => [
      ...plain(`hat das Feld „${field}“ des Projekts `),
      ...parts`${name} geändert`,
    ],
    projectOwnerChanged: (owner, name) =>
      parts`hat ${owner} die Verantwortung für das Projekt ${name} übertragen`,
    projectOwnerRemoved: (name) =>
      parts`hat die Verantwortung für das Projekt ${name} aufgehoben`,
    projectArchived: (name) => parts`hat das Projekt ${name} archiviert`,
    projectReactivated: (name) => parts`hat das Projekt ${name} reaktiviert`,
    suspended: (name) => parts`hat ${name} gesperrt`,
    reactivated: (name) => parts`hat ${name} entsperrt`,
    suspendedMany: (count) => parts`hat ${members(count)} gesperrt`,
    reactivatedMany: (count) => parts`hat ${members(count)} entsperrt`,
    removedMany: (count) => parts`hat ${members(count)} entfernt`,
    rolesChanged: (count) =>
      parts`hat die Rolle von ${ofMembers(count)} geändert`,
    ownRoleChanged: (was, is) =>
      parts`hat die eigene Rolle von ${was} in ${is} geändert`,
    roleChanged: (name, was, is) =>
      parts`hat die Rolle von ${name} von ${was} in ${is} geändert`,
    left: () => plain("hat die Organisation verlassen"),
    removed: (name) => parts`hat ${name} aus der Organisation entfernt`,
    linkCreated: (role) => parts`hat einen Einladungslink erstellt (${role})`,
    linkRevoked: () => plain("hat einen Einladungslink zurückgezogen"),
    roleCreated: (name) => parts`hat die Rolle ${name} erstellt`,
    roleEdited: (name) => parts`hat die Rolle ${name} geändert`,
    roleDeleted: (name) => parts`hat die Rolle ${name} gelöscht`,
    invited: (email, role) => [
      ...parts`hat ${email} eingeladen`,
      ...plain(`, Rolle: ${role}`),
    ],
    invitedTwo: (email) =>
      parts`hat ${email} und eine weitere Person eingeladen`,
    invitedMany: (email, others) =>
      parts`hat ${email} und ${String(others)} weitere eingeladen`,
    invitationResent: (email) =>
      parts`hat die Einladung an ${email} erneut gesendet`,
    invitationRevoked: (email) =>
      parts`hat die Einladung an ${email} zurückgezogen`,
    invitationLinkCopied: (email) =>
      parts`hat einen Link zur Einladung an ${email} kopiert`,
    invitationsResent: (count) =>
      parts`hat ${count === 1 ? "1 Einladung" : `${count} Einladungen`} erneut gesendet`,
    invitationsRevoked: (count) =>
      parts`hat ${count === 1 ? "1 Einladung" : `${count} Einladungen`} zurückgezogen`,
    invitationDeclined: () => plain("hat die Einladung abgelehnt"),
    joined: (role) => plain(`ist beigetreten, Rolle: ${role}`),
    joinedByLink: (role) =>
      plain(`ist mit einem Einladungslink beigetreten, Rolle: ${role}`),
    joinedByDomain: (role) =>
      plain(`ist über die eigene E-Mail-Domain beigetreten, Rolle: ${role}`),
    domainAdded: (name) => parts`hat die Domain ${name} hinzugefügt`,
    domainVerified: (name) => parts`hat die Domain ${name} bestätigt`,
    domainRemoved: (name) => parts`hat die Domain ${name} entfernt`,
    domainLapsed: (name) =>
      parts`hat die Domain ${name} als erloschen markiert, weil ihr DNS-Eintrag eine Woche lang fehlte`,
    domainClosed: (name) =>
      parts`hat den Beitritt über die Domain ${name} ausgeschaltet`,
    domainOpened: (name, role) =>
      parts`hat den Beitritt über die Domain ${name} eingeschaltet, Rolle: ${role}`,
    transferOffered: (to) => parts`hat ${to} die eigene Admin-Rolle angeboten`,
    transferAccepted: (from) =>
      parts`hat die Admin-Rolle von ${from} übernommen`,
    transferDeclined: () => plain("hat eine Admin-Rolle abgelehnt"),
    transferCancelled: (to) =>
      parts`hat die Übertragung einer Admin-Rolle an ${to} abgebrochen`,
    roleRequested: () => plain("hat um eine Rolle mit mehr Zugriff gebeten"),
    seatRequested: () => plain("hat um einen Platz gebeten"),
    requestWithdrawn: () => plain("hat eine Zugriffsanfrage zurückgezogen"),
    requestDeclined: (of) => parts`hat die Zugriffsanfrage von ${of} abgelehnt`,
    requestApproved: (of) =>
      parts`hat die Zugriffsanfrage von ${of} angenommen`,
    organizationCreated: (name) => parts`hat die Organisation ${name} erstellt`,
    organizationDeleted: (name) => parts`hat die Organisation ${name} gelöscht`,
    organizationRestored: (name) =>
      parts`hat die Organisation ${name} wiederhergestellt`,
    logoChanged: () => plain("hat das Logo der Organisation geändert"),
    logoRemoved: () => plain("hat das Logo der Organisation entfernt"),
    settingsUnchanged: () =>
      plain("hat die Einstellungen der Organisation ohne Änderung gespeichert"),
    settingsChanged: () =>
      plain("hat die Einstellungen der Organisation geändert"),
    settingChanged: (field) =>
      plain(`hat das Feld „${field}“ der Organisation geändert`),
    organizationRenamed: (was, is) =>
      parts`hat die Organisation ${was} in ${is} umbenannt`,
    urlChanged: (was, is) =>
      parts`hat die URL von /o/${was} in /o/${is} geändert`,
    twoFactorRequired: (day) =>
      parts`verlangt ab ${day} Zwei-Faktor-Authentifizierung von allen Mitgliedern`,
    twoFactorOptional: () =>
      plain("verlangt keine Zwei-Faktor-Authentifizierung mehr"),
    retentionSet: (days) =>
      plain(
        days === null
          ? "bewahrt das Audit-Log von jetzt an unbegrenzt auf"
          : `bewahrt das Audit-Log von jetzt an ${formatPeriod(days)} auf`,
      ),
    retentionAnnounced: (days, day) =>
      plain(
        `hat den Admins mitgeteilt, dass das Audit-Log ab dem ${day} ${formatPeriod(days)} aufbewahrt wird`,
      ),
    retentionScheduled: (days, day) =>
      plain(
        `hat geplant, das Audit-Log ab dem ${day} ${formatPeriod(days)} aufzubewahren`,
      ),
    retentionUnscheduled: () =>
      plain(
        "hat die geplante Änderung der Aufbewahrung des Audit-Logs abgebrochen",
      ),
    accountDeleted: () =>
      plain("hat das eigene Konto gelöscht und die Organisation verlassen"),
    checkoutStarted: () => plain("hat einen Kauf begonnen"),
    trialStarted: (what) => parts`hat eine Testphase begonnen: ${what}`,
    planChanged: (what) => parts`hat das Abo geändert: ${what}`,
    cancelled: () => plain("hat das Abo gekündigt"),
    resumed: () => plain("hat das Abo fortgesetzt"),
    seatsAssigned: () => plain("hat Plätze zugewiesen"),
    recordedPaidUntil: (plan, day) =>
      parts`hat vermerkt, dass ${plan} bis ${day} bezahlt ist`,
    recordedCancellation: () =>
      plain("hat vermerkt, dass das Abo gekündigt wurde"),
    recordedResumption: () =>
      plain("hat vermerkt, dass das Abo fortgesetzt wurde"),
    endedUnpaid: (plan) =>
      parts`hat ${plan} beendet, weil es nicht bezahlt wurde`,
    recordedPurchase: (what) => parts`hat ein Abo vermerkt: ${what}`,
    recordedPayment: (plan) => parts`hat vermerkt, dass ${plan} bezahlt ist`,
    recordedTrial: (plan) => parts`hat eine Testphase von ${plan} vermerkt`,
    recordedFailure: () =>
      plain("hat vermerkt, dass eine Zahlung fehlgeschlagen ist"),
    recordedUnpaid: () => plain("hat vermerkt, dass das Abo nicht bezahlt ist"),
    recordedEnd: () => plain("hat vermerkt, dass das Abo beendet ist"),
    planReset: (plan) =>
      parts`hat den Tarif ${plan} gesetzt, weil der Zahlungsdienst gewechselt wurde`,
    planKept: () =>
      plain(
        "hat den Tarif und seine Grenzen nach dem Wechsel des Zahlungsdienstes behalten",
      ),
    limitsRemoved: () =>
      plain("hat alle Grenzen aufgehoben, weil Zahlungen abgeschaltet wurden"),
    keyCreated: (name) => parts`hat den API-Schlüssel ${name} erstellt`,
    keyChanged: (name) => parts`hat den API-Schlüssel ${name} geändert`,
    keyRotated: (name) => parts`hat den API-Schlüssel ${name} rotiert`,
    keyRevoked: (name) => parts`hat den API-Schlüssel ${name} widerrufen`,
    serviceAccountCreated: (name) =>
      parts`hat das Dienstkonto ${name} erstellt`,
    serviceAccountChanged: (name) =>
      parts`hat das Dienstkonto ${name} geändert`,
    serviceAccountSuspended: (name) =>
      parts`hat das Dienstkonto ${name} gesperrt`,
    serviceAccountReactivated: (name) =>
      parts`hat das Dienstkonto ${name} entsperrt`,
    serviceAccountDeleted: (name) =>
      parts`hat das Dienstkonto ${name} gelöscht`,
    serviceAccountTakenOver: (name) =>
      parts`hat die Verantwortung für das Dienstkonto ${name} übernommen`,
    stewardChanged: (steward, name) =>
      parts`hat ${steward} die Verantwortung für das Dienstkonto ${name} übertragen`,
    unknown: (action) => parts`hat ${action} ausgeführt`,
    rowAdded: (table) => plain(`hat etwas hinzugefügt in „${table}“`),
    rowChanged: (table) => plain(`hat etwas geändert in „${table}“`),
    rowRemoved: (table) => plain(`hat etwas entfernt aus „${table}“`),
    rowNamed: (name) => parts`: ${name}`,
    andMore: (count) => parts` und ${String(count)} weitere`,
  },
  groups: {
    projects: "Projekte",
    members: "Mitglieder",
    roles: "Rollen",
    invitations: "Einladungen",
    links: "Einladungslinks",
    domains: "Domains",
    apiKeys: "API-Schlüssel und Dienstkonten",
    billing: "Abrechnung",
    organization: "Organisation",
    other: "Sonstige",
  },
  actions: {
    "projects.create": "Projekt erstellt",
    "projects.update": "Projekt geändert",
    "projects.delete": "Projekt gelöscht",
    "members.updateRole": "Rolle geändert",
    "members.remove": "Mitglied entfernt oder ausgetreten",
    "members.suspend": "Mitglied gesperrt",
    "members.reactivate": "Mitglied entsperrt",
    "members.updateMany": "Mehrere Mitglieder geändert",
    "transfers.offer": "Admin-Übertragung angeboten",
    "transfers.accept": "Admin-Übertragung angenommen",
    "transfers.decline": "Admin-Übertragung abgelehnt",
    "transfers.cancel": "Admin-Übertragung abgebrochen",
    "requests.create": "Zugriff angefragt",
    "requests.withdraw": "Zugriffsanfrage zurückgezogen",
    "requests.resolve": "Zugriffsanfrage beantwortet",
    "account.delete": "Konto gelöscht",
    "roles.create": "Rolle erstellt",
    "roles.update": "Rolle bearbeitet",
    "roles.delete": "Rolle gelöscht",
    "invitations.create": "Einladung gesendet",
    "invitations.resend": "Einladung erneut gesendet",
    "invitations.copyLink": "Link zu einer Einladung kopiert",
    "invitations.updateMany": "Mehrere Einladungen geändert",
    "invitations.revoke": "Einladung zurückgezogen",
    "invitations.accept": "Einladung über den Link angenommen",
    "invitations.acceptReceived": "Einladung im Konto angenommen",
    "invitations.decline": "Einladung über den Link abgelehnt",
    "invitations.declineReceived": "Einladung im Konto abgelehnt",
    "links.create": "Einladungslink erstellt",
    "links.revoke": "Einladungslink zurückgezogen",
    "links.join": "Mit einem Einladungslink beigetreten",
    "domains.add": "Domain hinzugefügt",
    "domains.verify": "Domain bestätigt",
    "domains.update": "Beitritt über die Domain geändert",
    "domains.remove": "Domain entfernt",
    "domains.lapse": "Domain erloschen",
    "domains.join": "Über die Domain beigetreten, mit bestehendem Konto",
    "auth.verifyEmail": "Über die Domain beigetreten, bei der Registrierung",
    "auth.choosePassword":
      "Über die Domain beigetreten, bei der Registrierung in einem anderen Browser",
    "auth.signIn": "Über die Domain beigetreten, bei der Anmeldung",
    "apiKeys.create": "API-Schlüssel erstellt",
    "apiKeys.update": "API-Schlüssel geändert",
    "apiKeys.rotate": "API-Schlüssel rotiert",
    "apiKeys.revoke": "API-Schlüssel widerrufen",
    "apiKeys.revokeSelf": "API-Schlüssel durch sich selbst widerrufen",
    "serviceAccounts.create": "Dienstkonto erstellt",
    "serviceAccounts.update": "Dienstkonto geändert",
    "serviceAccounts.delete": "Dienstkonto gelöscht",
    "serviceAccounts.createKey": "API-Schlüssel eines Dienstkontos erstellt",
    "billing.checkout": "Kauf begonnen",
    "billing.startTrial": "Testphase begonnen",
    "billing.change": "Tarif oder Plätze geändert",
    "billing.cancel": "Abo gekündigt",
    "billing.resume": "Abo fortgesetzt",
    "billing.refresh": "Zahlungsstatus geprüft",
    "billing.synchronize": "Meldung des Zahlungsdienstes erhalten",
    "billing.adopt": "Zahlungsdienst gewechselt",
    "billing.chooseSeats": "Plätze zugewiesen",
    "organizations.create": "Organisation erstellt",
    "organizations.update": "Organisation geändert",
    "organizations.setLogo": "Logo geändert",
    "organizations.removeLogo": "Logo entfernt",
    "organizations.requireTwoFactor": "2FA-Pflicht geändert",
    "audit.adjustPeriod": "Aufbewahrung des Audit-Logs geändert",
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
    admin_transfers: "Admin-Übertragung",
    access_requests: "Zugriffsanfrage",
    api_keys: "API-Schlüssel",
    service_accounts: "Dienstkonto",
  },
  fields: {
    name: "Name",
    description: "Beschreibung",
    status: "Status",
    role: "Rolle",
    email: "E-Mail-Adresse",
    domain: "Domain",
    domains: "Erlaubte E-Mail-Domains",
    plan: "Tarif",
    seats: "Plätze",
    permissions: "Rechte",
    basedOn: "Basiert auf",
    suspendedAt: "Gesperrt",
    revokedAt: "Zurückgezogen",
    keepsSeat: "Behält einen Platz",
    uses: "Verwendungen",
    maxUses: "Höchstzahl der Verwendungen",
    slug: "Kurzname",
    logoUrl: "Logo",
    userId: "Mitglied",
    joinedAt: "Beigetreten",
    invitedBy: "Eingeladen von",
    acceptedBy: "Angenommen von",
    notSentAt: "Nicht gesendet",
    linkCopiedAt: "Link kopiert",
    kind: "Art",
    permission: "Recht",
    privateMessage: "Persönliche Nachricht",
    auditRetentionDays: "Aufbewahrung des Audit-Logs (Tage)",
    nextAuditRetentionDays: "Nächste Aufbewahrung des Audit-Logs (Tage)",
    nextAuditRetentionFrom: "Aufbewahrung des Audit-Logs ändert sich",
    auditNoticeSentAt: "Admins benachrichtigt",
    createdBy: "Erstellt von",
    ownerId: "Verantwortlich",
    createdAt: "Erstellt",
    deletedAt: "Gelöscht",
    fromUserId: "Von",
    toUserId: "An",
    roleAfter: "Neue Rolle des bisherigen Admins",
    verifiedAt: "Bestätigt",
    checkedAt: "DNS-Eintrag zuletzt gefunden",
    expiresAt: "Läuft ab",
    twoFactorRequiredFrom: "2FA-Pflicht ab",
    projectLimit: "Höchstzahl der Projekte",
    roleLimit: "Höchstzahl der eigenen Rollen",
    isFrozen: "Nur Lesezugriff",
    subscriptionId: "Abo-ID",
    interval: "Abrechnungszeitraum",
    periodEndsAt: "Bezahlt bis",
    trialEndsAt: "Testphase endet",
    trialUsedAt: "Testphase begonnen",
    cancelsAtPeriodEnd: "Endet mit dem Abrechnungszeitraum",
    pastDueSince: "Überfällig seit",
    scopes: "Rechte",
    last4: "Letzte vier Zeichen",
    graceUntil: "Vorheriges Geheimnis gilt bis",
    lifetimeDays: "Gültigkeit (Tage)",
    lastUsedAt: "Zuletzt verwendet",
    issuedBy: "Geheimnis ausgestellt an",
    serviceAccountId: "Dienstkonto",
    stewardId: "Verantwortlich",
    createdByAccount: "Erstellt von",
    invitedByAccount: "Eingeladen von",
    serviceAccountLimit: "Höchstzahl der Dienstkonten",
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
