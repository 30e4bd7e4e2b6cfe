import type { TranslationOf } from "#client/lib/language/catalogue.ts";
import { type Interval, PLANS, TRIAL_DAYS } from "#shared/plans.ts";
import { formatExactMoney, formatMoney } from "#client/lib/formats/money.ts";
import {
  formatCount,
  formatPercent,
  formatPeriod,
} from "#client/lib/formats/number.ts";
import { formatDay } from "#client/lib/formats/time.ts";
import type { texts } from "./texts.ts";

const counted = (count: number, one: string, many: string) =>
  count === 1 ? `1 ${one}` : `${formatCount(count)} ${many}`;
const seats = (count: number) => counted(count, "Platz", "Plätze");
const members = (count: number) => counted(count, "Mitglied", "Mitglieder");
const invitations = (count: number) =>
  counted(count, "offene Einladung", "offene Einladungen");
const seatHolders = (memberCount: number, invited: number) =>
  [
    counted(memberCount, "aktives Mitglied", "aktive Mitglieder"),
    invited > 0 && counted(invited, "gültige Einladung", "gültige Einladungen"),
  ]
    .filter(Boolean)
    .join(", ");
const per: Record<Interval, string> = { month: "pro Monat", year: "pro Jahr" };

const GERMAN: TranslationOf<typeof texts> = {
  title: "Abrechnung",
  cancelChange: "Abbrechen",
  description: "Verwalten Sie Tarif, Plätze, Zahlungsmethode und Rechnungen.",
  off: {
    title: "Zahlungen sind auf diesem Server abgeschaltet",
    text: "Alle Funktionen sind ohne Grenzen enthalten.",
  },
  summary: {
    free: "Für den Anfang",
    team: "Für wachsende Teams",
    business: "Für Unternehmen, die Kontrolle und Compliance brauchen",
  },
  plan: {
    title: "Aktueller Tarif",
    each: (count, interval) =>
      `${seats(count)}, ${interval === "month" ? "monatliche" : "jährliche"} Abrechnung`,
    trialSeats: (count) => `${seats(count)} während der Testphase`,
    granted: "Diesen Tarif haben Sie kostenlos.",
    canTry: `Testen Sie einen größeren Tarif ${TRIAL_DAYS} Tage kostenlos, ohne Karte.`,
    pay: "Zahlungsmethode verwalten",
    payNow: "Bezahlen oder Zahlungsmethode ändern",
    cancel: "Abo kündigen…",
    resume: "Abo fortsetzen",
    resumed: (plan) => `Ihr Tarif ${PLANS[plan].label} wird fortgesetzt`,
    notResumed: "Das Abo konnte nicht fortgesetzt werden.",
    notOpened: "Die Bezahlseite konnte nicht geöffnet werden.",
    readOnly: "Bitten Sie einen Admin, den Tarif zu ändern.",
  },
  usage: {
    title: "Nutzung",
    seats: "Plätze",
    projects: "Projekte",
    roles: "Eigene Rollen",
    seatsDetail: seatHolders,
    frozen: (count) => `${formatCount(count)} nur lesbar`,
    rolesOverLimit:
      "Bestehende Rollen bleiben, aber Sie können keine weiteren erstellen",
    serviceAccounts: "Dienstkonten",
    accountsOverLimit:
      "Bestehende Konten bleiben, aber Sie können keine weiteren erstellen",
  },
  plans: {
    title: "Tarife",
    interval: "Abrechnungszeitraum",
    monthly: "Monatlich",
    yearly: "Jährlich",
    saving: (share) => `${formatPercent(share)} sparen`,
    current: "Aktuell",
    free: "Kostenlos",
    perSeat: "pro Platz und Monat",
    billedYearly: (year, currency) =>
      `${formatMoney(year, currency)} pro Platz, jährliche Abrechnung`,
    billedMonthly: "Monatliche Abrechnung",
    seats: (count, isPaid) =>
      isPaid
        ? `Bis zu ${formatCount(count)} Plätze`
        : `${formatCount(count)} Plätze`,
    projects: (count) =>
      count === null
        ? "Unbegrenzt viele Projekte"
        : `${formatCount(count)} Projekte`,
    roles: (count) => `${formatCount(count)} eigene Rollen`,
    serviceAccounts: (count) => `${formatCount(count)} Dienstkonten`,
    retention: (days) => `Audit-Log ${formatPeriod(days)} aufbewahrt`,
    apiCalls: (count) =>
      count === null
        ? "Unbegrenzt viele API-Aufrufe"
        : `${formatCount(count)} API-Aufrufe pro Monat`,
    personalMessages: "Persönliche Nachrichten in Einladungen",
    try: (plan) => `${plan} ${TRIAL_DAYS} Tage kostenlos testen`,
    upgrade: (plan) => `Auf ${plan} upgraden`,
    change: (plan) => `Zu ${plan} wechseln`,
    adjust: "Plätze ändern",
    downgrade: (plan) => `Auf ${plan} zurückstufen`,
  },
  choose: {
    title: (plan) => PLANS[plan].label,
    interval: "Abrechnungszeitraum",
    monthly: (price) => `Monatlich, ${price} pro Platz`,
    yearly: (price) => `Jährlich, ${price} pro Platz`,
    seats: "Plätze",
    seatsHint: (memberCount, invited, maximum) =>
      `${members(memberCount)}${
        invited > 0 ? `, ${invitations(invited)}` : ""
      }. Höchstens ${formatCount(maximum)}.`,
    seatsInvalid: (maximum) =>
      `Geben Sie eine Zahl von 1 bis ${formatCount(maximum)} ein.`,
    fixSeats: "Geben Sie zuerst eine gültige Zahl von Plätzen ein.",
    total: "Summe",
    totalAfterTrial: "Summe, wenn Sie nach der Testphase upgraden",
    amount: (price, currency, interval) =>
      `${formatExactMoney(price, currency)} ${per[interval]}`,
    trialNote: `${TRIAL_DAYS} Tage kostenlos, ohne Karte. Wenn Sie nicht upgraden, gilt danach wieder der Tarif Free, und Ihre Daten bleiben erhalten.`,
    buyNote:
      "Sie bezahlen auf der nächsten Seite. Vorher wird nichts berechnet.",
    changeNote:
      "Gilt sofort. Die Differenz wird anteilig mit Ihrer nächsten Rechnung verrechnet.",
    changeIntervalNote:
      "Gilt sofort. Ein neuer Abrechnungszeitraum beginnt und wird jetzt berechnet, abzüglich bereits bezahlter Beträge.",
    startTrial: "Testphase starten",
    buyNow: "Jetzt kaufen",
    toPayment: "Weiter zur Bezahlung",
    changeTrial: "Testphase ändern",
    change: "Tarif ändern",
    unchanged: "Das ist Ihr aktueller Tarif.",
    trialNotStarted: "Die Testphase konnte nicht gestartet werden.",
    notBought: "Der Kauf konnte nicht begonnen werden.",
    notChanged: "Der Tarif konnte nicht geändert werden.",
    trialStarted: (plan) =>
      `Ihre Testphase von ${PLANS[plan].label} hat begonnen`,
    changed: (plan) => `Ihr Tarif ist jetzt ${PLANS[plan].label}`,
  },
  preview: {
    noImpact: "Für Ihre Mitglieder und Projekte ändert sich nichts.",
    lead: "Jetzt wird nichts gelöscht, aber sobald die Änderung gilt:",
    members: (count) =>
      `${counted(count, "Mitglied hat", "Mitglieder haben")} nur noch Lesezugriff:`,
    more: (count) => `und ${counted(count, "weiteres", "weitere")}`,
    invitations: (count) =>
      count === 1
        ? "1 offene Einladung kann erst angenommen werden, wenn Plätze frei sind"
        : `${invitations(count)} können erst angenommen werden, wenn Plätze frei sind`,
    assignLater: "Danach können Sie wählen, wer einen Platz behält.",
    projects: (count) =>
      `${counted(count, "Projekt ist", "Projekte sind")} nur noch lesbar, die neuesten zuerst`,
    roles: (count) =>
      `Sie haben ${counted(count, "eigene Rolle", "eigene Rollen")} über der Grenze. Sie bleiben, aber Sie können keine weiteren erstellen`,
    serviceAccounts: (count) =>
      `Sie haben ${counted(count, "Dienstkonto", "Dienstkonten")} über der Grenze. Sie funktionieren weiter, aber Sie können keine weiteren erstellen`,
    auditLog: (days, from) =>
      `Ab dem ${formatDay(from)} wird das Audit-Log ${formatPeriod(days)} aufbewahrt, und ältere Einträge werden gelöscht`,
  },
  cancel: {
    title: (plan) => `Ihr Abo von ${PLANS[plan].label} kündigen?`,
    confirm: "Abo kündigen",
    keepsUntil: (day) =>
      `Ihr Abo ist bis ${day} bezahlt. Danach gilt der Tarif Free.`,
    trialUntil: (day) =>
      `Ihre Testphase endet am ${day}. Danach gilt der Tarif Free.`,
    overdue:
      "Ihre letzte Zahlung ist überfällig. Wenn Sie kündigen, gilt der Tarif Free.",
    done: "Abo gekündigt",
  },
  invoices: {
    title: "Rechnungen",
    none: "Noch keine Rechnungen.",
    caption: "Rechnungen, neueste zuerst",
    date: "Datum",
    number: "Nummer",
    amount: "Betrag",
    status: "Status",
    link: "Rechnung",
    view: "Ansehen",
    pay: "Bezahlen",
    draft: "Entwurf",
    statuses: { paid: "Bezahlt", open: "Offen", void: "Storniert" },
  },
  seats: {
    title: "Plätze zuweisen",
    text: (frozen, count) =>
      `Sie haben ${seats(count)}, deshalb ${frozen === 1 ? "hat 1 Mitglied" : `haben ${formatCount(frozen)} Mitglieder`} nur Lesezugriff. Ohne Ihre Wahl trifft es die neuesten Mitglieder.`,
    choose: "Mitglieder wählen…",
    dialogText:
      "Wählen Sie, wer einen Platz behält. Alle anderen haben nur noch Lesezugriff und behalten ihre Projekte. Sie können das jederzeit ändern.",
    list: "Mitglieder",
    left: (left) =>
      left < 0
        ? `${seats(-left)} zu viel ausgewählt. Wählen Sie jemanden ab.`
        : left === 0
          ? "Alle Plätze sind vergeben."
          : `${counted(left, "Platz ist", "Plätze sind")} frei und für die Mitglieder, die am längsten dabei sind.`,
    always: "Behält immer einen Platz",
    save: "Speichern",
    saved: "Plätze zugewiesen",
    loading: "Mitglieder werden geladen…",
    you: "Sie",
  },
  returned: {
    bought: (plan) => `Ihr Tarif ist jetzt ${PLANS[plan].label}`,
    notBought: "Kauf nicht abgeschlossen",
    notBoughtText:
      "Die Zahlung wurde nicht abgeschlossen. Es wird nichts berechnet.",
    fromPortal: "Die Abrechnung ist auf dem neuesten Stand",
    failed: "Ihr Zahlungsstatus konnte nicht aktualisiert werden.",
  },
  commands: {
    billing: "Abrechnung",
    words: "Tarif Plätze Karten Rechnungen Upgrade Abo",
  },
};

export default GERMAN;
