import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { formatCount, formatList } from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const period = (days: number) => (days < 365 ? `${days} Tagen` : "12 Monaten");

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
/** What takes a seat: suspended members and expired invitations take none. */
const seatHolders = (memberCount: number, invited: number) =>
  [
    counted(memberCount, "aktives Mitglied", "aktive Mitglieder"),
    invited > 0 && counted(invited, "gültige Einladung", "gültige Einladungen"),
  ]
    .filter(Boolean)
    .join(", ");

const GERMAN: TranslationOf<typeof texts> = {
  title: "Übersicht",
  welcome: (name) => ["Willkommen zurück, ", name],
  attention: {
    title: "Zu erledigen",
    viewBilling: "Abrechnung ansehen",
    payment: {
      failed: "Ihre letzte Zahlung ist fehlgeschlagen",
      until: (plan, day) => `Der Tarif ${plan} endet am ${formatDay(day)}.`,
      ended: (plan) =>
        `Der Tarif ${plan} ruht, bis die offene Rechnung bezahlt ist.`,
      action: "Zahlung aktualisieren",
    },
    trial: {
      ends: (plan, when) => `Ihre Testphase mit ${plan} endet ${when}`,
      afterwards: (plan) =>
        `Abonnieren Sie ${plan}, sonst wechseln Sie zum Tarif Free.`,
      action: "Tarif wählen",
    },
    readOnly: {
      count: (members, projects) => {
        const parts = [
          members > 0
            ? `${formatCount(members)} ${members === 1 ? "Mitglied" : "Mitglieder"}`
            : "",
          projects > 0
            ? `${formatCount(projects)} ${projects === 1 ? "Projekt" : "Projekte"}`
            : "",
        ].filter(Boolean);
        return `Nur Lesezugriff: ${formatList(parts)}`;
      },
      why: "Die Grenzen Ihres Tarifs sind überschritten.",
      action: "Tarif verwalten",
    },
    seats: {
      full: (limit) =>
        limit === 1
          ? "Ihr einziger Platz ist belegt"
          : `Alle ${formatCount(limit)} Plätze sind belegt`,
      why: "Um weitere Personen einzuladen, fügen Sie Plätze hinzu oder entfernen Sie ein Mitglied.",
      action: "Plätze hinzufügen",
    },
    twoFactor: {
      lacking: (count) =>
        count === 1
          ? "1 Mitglied nutzt keine 2FA"
          : `${formatCount(count)} Mitglieder nutzen keine 2FA`,
      lockedOut: "Bis zur Einrichtung sind sie ausgesperrt.",
      from: (day) =>
        `Ohne Einrichtung sind sie ab ${formatDay(day)} ausgesperrt.`,
      action: "Mitglieder ansehen",
    },
    requests: {
      count: (count) =>
        count === 1
          ? "1 Anfrage eines Mitglieds"
          : `${formatCount(count)} Anfragen von Mitgliedern`,
      why: "Mitglieder bitten um eine Rolle oder einen Platz.",
      action: "Anfragen ansehen",
    },
    inactive: {
      count: (count, days) =>
        count === 1
          ? `1 Mitglied war seit ${days} Tagen nicht aktiv`
          : `${formatCount(count)} Mitglieder waren seit ${days} Tagen nicht aktiv`,
      why: "Sperren oder entfernen Sie Mitglieder, die keinen Zugriff mehr brauchen.",
      action: "Mitglieder ansehen",
    },
    role: {
      unused: (name) => `Die Rolle „${name}“ wird nicht verwendet`,
      why: "Weisen Sie sie einem Mitglied zu, oder löschen Sie sie.",
      action: "Rolle ansehen",
      more: (count) =>
        count === 1
          ? "1 weitere ungenutzte Rolle"
          : `${formatCount(count)} weitere ungenutzte Rollen`,
    },
    domain: {
      failing: (domain) => `DNS-Eintrag für ${domain} fehlt`,
      until: (day) => `Die Bestätigung endet am ${formatDay(day)}.`,
      lapsed: (domain) => `${domain} ist nicht mehr bestätigt`,
      joinStopped:
        "Personen mit dieser E-Mail-Domain können erst nach der Bestätigung wieder beitreten.",
      action: "Eintrag ansehen",
      more: (count) =>
        `${formatCount(count)} weitere ${count === 1 ? "Domain" : "Domains"}`,
    },
    key: {
      expires: (name, last4, when) =>
        `API-Schlüssel „${name}“ (…${last4}) läuft ${when} ab`,
      expired: (name, last4, when) =>
        `API-Schlüssel „${name}“ (…${last4}) ist ${when} abgelaufen`,
      rotate:
        "Erneuern Sie ihn, oder widerrufen Sie ihn, wenn Sie ihn nicht mehr brauchen.",
      rotateOf: (owner) =>
        `Gehört ${owner}. Erneuern Sie ihn, oder widerrufen Sie ihn, wenn er nicht mehr gebraucht wird.`,
      action: "Schlüssel verwalten",
      more: (count) =>
        count === 1
          ? "1 weiterer API-Schlüssel"
          : `${formatCount(count)} weitere API-Schlüssel`,
    },
    account: {
      noSteward: (name) =>
        `Dienstkonto „${name}“ hat keine verantwortliche Person`,
      why: "Wählen Sie ein Mitglied, das dafür verantwortlich ist.",
      action: "Mitglied wählen",
      more: (count) =>
        count === 1
          ? "1 weiteres Dienstkonto"
          : `${formatCount(count)} weitere Dienstkonten`,
    },
    invitation: {
      expired: (email, when) => [
        "Einladung an ",
        email,
        ` ist ${when} abgelaufen`,
      ],
      notSent: (email) => ["Einladung an ", email, " wurde nicht zugestellt"],
      from: (inviter, role) => `Eingeladen von ${inviter} als ${role}.`,
      notSentWhy:
        "Prüfen Sie die Adresse, oder senden Sie die Einladung später erneut.",
      resend: "Erneut senden…",
      revoke: "Zurückziehen…",
      more: (count) =>
        `${formatCount(count)} weitere ${count === 1 ? "Einladung" : "Einladungen"}`,
    },
  },
  range: {
    label: "Zeitraum",
    "30d": "30 Tage",
    "7d": "7 Tage",
    "90d": "90 Tage",
    "12m": "12 Monate",
  },
  overview: {
    title: "Überblick",
    charts: "Diagramm",
    metrics: {
      events: "Aktivität",
      members: "Mitglieder",
      projects: "Projekte",
    },
    change: {
      up: (amount) => `▲ ${amount}`,
      down: (amount) => `▼ ${amount}`,
      none: () => "Unverändert",
    },
    comparison: (now, before, days) =>
      `${now}, verglichen mit ${before} in den ${period(days)} davor`,
    previous: (days) => (days < 365 ? `${days} Tage davor` : "12 Monate davor"),
    suspended: (count) => `${formatCount(count)} gesperrt`,
    fromTo: (first, last) => `Von ${first} auf ${last}`,
    events: (count, perDay) =>
      `${formatCount(count)} ${count === 1 ? "Eintrag" : "Einträge"}${perDay >= 1 ? ` · ${formatCount(perDay)} pro Tag` : ""}`,
  },
  members: {
    title: "Aktive Mitglieder",
    all: "Alle Mitglieder",
    invite: "Einladen",
    member: (name, role) => `${name} · ${role}`,
    active: (member, when) => `${member} · Aktiv ${when}`,
  },
  activity: {
    title: "Letzte Aktivität",
    all: "Audit-Log ansehen",
    none: "Noch keine Einträge",
  },
  usage: {
    title: "Nutzung des Tarifs",
    billing: "Abrechnung ansehen",
    seatsDetail: seatHolders,
    seats: "Plätze",
    projects: "Projekte",
  },
  recent: {
    title: "Zuletzt geänderte Projekte",
    all: "Alle Projekte",
    changedBy: (author) => ["Geändert von ", author],
    none: "Keine aktiven Projekte",
    create: "Neues Projekt",
  },
  steps: {
    title: "Erste Schritte",
    count: (done, all) => `${done} von ${all} erledigt`,
    done: "Erledigt",
    dismiss: "Ausblenden",
    project: "Projekt erstellen",
    projectText: "Projekte enthalten die Arbeit Ihres Teams.",
    invite: "Team einladen",
    inviteText: "Geben Sie E-Mail-Adressen ein und wählen Sie eine Rolle.",
    audit: "Audit-Log erkunden",
    auditText: "Sehen Sie, wer was wann getan hat.",
  },
  commands: {
    dashboard: "Übersicht",
    words: "Start Startseite",
  },
};

export default GERMAN;
