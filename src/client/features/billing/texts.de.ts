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
const per: Record<Interval, string> = { month: "im Monat", year: "im Jahr" };

const GERMAN: TranslationOf<typeof texts> = {
  title: "Abrechnung",
  cancelChange: "Abbrechen",
  description: "Der Tarif, was davon genutzt wird und wie er bezahlt wird.",
  off: {
    title: "Diese Installation nimmt keine Zahlungen an",
    text: "Alles ist enthalten, ohne Grenzen.",
  },
  plan: {
    title: "Aktueller Tarif",
    each: (seats, interval) =>
      `${counted(seats, "Platz", "Plätze")}, ${interval === "month" ? "monatlich" : "jährlich"} bezahlt`,
    tried: (seats) =>
      `${counted(seats, "Platz", "Plätze")} während der Testphase`,
    given: "Er wurde Ihnen gegeben: Es gibt nichts zu bezahlen.",
    canTry: `Ein größerer Tarif lässt sich ${TRIAL_DAYS} Tage lang testen, ohne Karte.`,
    pay: "Zahlungsart ändern",
    payNow: "Bezahlen oder Karte ändern",
    end: "Abo beenden…",
    resume: "Abo behalten",
    resumed: (plan) => `${PLANS[plan].label} geht weiter`,
    notResumed: "Das Abo wurde nicht behalten.",
    notOpened: "Die Bezahlseite hat sich nicht geöffnet.",
    readOnly: "Wer die Abrechnung verwalten darf, kann es ändern.",
  },
  usage: {
    title: "Nutzung",
    seats: "Plätze",
    projects: "Projekte",
    roles: "Eigene Rollen",
    seatsDetail: (members, invited) =>
      [
        counted(members, "Mitglied", "Mitglieder"),
        invited > 0 && counted(invited, "Einladung", "Einladungen"),
      ]
        .filter(Boolean)
        .join(", "),
    frozen: (count) => `${formatCount(count)} nur lesbar`,
    rolesBeyond: "Sie bleiben; weitere lassen sich nicht anlegen",
  },
  plans: {
    title: "Tarife",
    interval: "Wie oft Sie bezahlen",
    monthly: "Monatlich",
    yearly: "Jährlich",
    saving: (share) => `${formatPercent(share)} sparen`,
    current: "Aktuell",
    free: "Kostenlos",
    perSeat: "pro Platz und Monat",
    billedYearly: (year, currency) =>
      `${formatMoney(year, currency)} pro Platz, einmal im Jahr`,
    billedMonthly: "Jeden Monat bezahlt",
    seats: (count, isPaid) =>
      isPaid
        ? `Bis zu ${formatCount(count)} Plätze`
        : `${formatCount(count)} Plätze`,
    projects: (count) =>
      count === null
        ? "Beliebig viele Projekte"
        : `${formatCount(count)} Projekte`,
    roles: (count) => `${formatCount(count)} eigene Rollen`,
    retention: (days) => `Audit-Log ${formatPeriod(days)} aufbewahrt`,
    calls: (count) =>
      count === null
        ? "Beliebig viele Aufrufe durch Programme"
        : `${formatCount(count)} Aufrufe durch Programme im Monat`,
    try: (plan) => `${plan} ${TRIAL_DAYS} Tage testen`,
    choose: (plan) => `${plan} wählen`,
    buy: (plan) => `${plan} kaufen`,
    change: (plan) => `Zu ${plan} wechseln`,
    adjust: "Plätze ändern",
    toFree: (plan) => `Zurück zu ${plan}`,
  },
  choose: {
    title: (plan) => PLANS[plan].label,
    interval: "Bezahlt",
    monthly: (price) => `Monatlich, ${price} pro Platz`,
    yearly: (price) => `Jährlich, ${price} pro Platz`,
    seats: "Plätze",
    seatsHint: (members, invited, most) =>
      `${counted(members, "Person arbeitet", "Personen arbeiten")} hier${
        invited > 0
          ? `, ${counted(invited, "ist eingeladen", "sind eingeladen")}`
          : ""
      }. Höchstens ${formatCount(most)}.`,
    seatsWrong: (most) =>
      `Geben Sie eine ganze Zahl von 1 bis ${formatCount(most)} ein.`,
    correctFirst: "Berichtigen Sie zuerst die Zahl der Plätze.",
    total: "Summe",
    totalAfterTrial: "Summe nach der Testphase, wenn Sie kaufen",
    amount: (price, currency, interval) =>
      `${formatExactMoney(price, currency)} ${per[interval]}`,
    trialNote: `${TRIAL_DAYS} Tage kostenlos und ohne Karte. Wenn Sie bis dahin nichts kaufen, gelten wieder die Grenzen von Free; Mitglieder und Projekte bleiben.`,
    buyNote:
      "Sie bezahlen auf der nächsten Seite. Vorher wird nichts berechnet.",
    changeNote:
      "Es gilt sofort. Der Unterschied steht in Ihrer nächsten Rechnung: Was bezahlt ist, zählt schon.",
    changeIntervalNote:
      "Es gilt sofort. Ein neuer Zeitraum beginnt und wird jetzt berechnet; was bezahlt ist, zählt schon.",
    startTrial: "Testphase starten",
    buyNow: "Jetzt kaufen",
    toPayment: "Zur Bezahlung",
    changeTrial: "Testphase ändern",
    change: "Tarif wechseln",
    same: "Das haben Sie schon.",
    notTried: "Die Testphase wurde nicht gestartet.",
    notBought: "Es wurde nichts gekauft.",
    notChanged: "Es wurde nichts geändert.",
    tried: (plan) => `Sie testen ${PLANS[plan].label}`,
    changed: (plan) => `Ihr Tarif ist ${PLANS[plan].label}`,
  },
  preview: {
    nothing: "Alles funktioniert für alle weiter wie bisher.",
    lead: "Nichts wird sofort gelöscht, aber von da an:",
    members: (count) =>
      `${counted(count, "Mitglied kann", "Mitglieder können")} nur lesen`,
    more: (count) => `und ${counted(count, "weiteres", "weitere")}`,
    choice: "Danach können Sie wählen, wer einen Platz behält.",
    projects: (count) =>
      `${counted(count, "Projekt ist", "Projekte sind")} nur lesbar, die neuesten zuerst`,
    roles: (count) =>
      `${counted(count, "Rolle", "Rollen")} mehr, als der Tarif hat: Sie bleiben, aber weitere lassen sich nicht anlegen`,
    auditLog: (days, from) =>
      `Das Audit-Log wird ab dem ${formatDay(from)} noch ${formatPeriod(days)} aufbewahrt; ältere Einträge werden dann entfernt`,
  },
  cancel: {
    title: (plan) => `Das Abo von ${PLANS[plan].label} beenden?`,
    confirm: "Abo beenden",
    keepsUntil: (day) =>
      `Sie behalten es bis ${day}, so lange ist bezahlt. Danach gelten die Grenzen von Free.`,
    trialUntil: (day) =>
      `Sie behalten es, bis die Testphase am ${day} endet. Danach gelten die Grenzen von Free.`,
    owed: "Die letzte Zahlung ist offen. Ohne Abo gelten die Grenzen von Free.",
    done: "Das Abo ist gekündigt",
  },
  invoices: {
    title: "Rechnungen",
    none: "Noch gibt es keine. Die erste steht hier, sobald etwas bezahlt wurde.",
    caption: "Rechnungen, neueste zuerst",
    date: "Datum",
    number: "Nummer",
    amount: "Betrag",
    state: "Status",
    open: "Rechnung",
    read: "Öffnen",
    pay: "Bezahlen",
    noNumber: "Entwurf",
    states: { paid: "Bezahlt", open: "Nicht bezahlt", void: "Storniert" },
  },
  seats: {
    title: "Wer einen Platz behält",
    text: (frozen, seats) =>
      `Es gibt ${counted(seats, "Platz", "Plätze")}, deshalb ${frozen === 1 ? "kann 1 Mitglied" : `können ${formatCount(frozen)} Mitglieder`} nur lesen. Ohne Ihre Wahl sind es die, die zuletzt kamen.`,
    choose: "Wählen…",
    dialogText:
      "Die anderen behalten alles, was sie angelegt haben, und können es lesen. Sie können das jederzeit ändern.",
    list: "Mitglieder",
    left: (left) =>
      left < 0
        ? `${counted(-left, "Platz", "Plätze")} zu wenig: Nehmen Sie jemanden heraus.`
        : left === 0
          ? "Alle Plätze sind vergeben."
          : `${counted(left, "Platz ist", "Plätze sind")} frei; sie gehen an die, die am längsten hier sind.`,
    always: "Behält immer einen Platz",
    save: "Speichern",
    saved: "Die Plätze sind vergeben",
    reading: "Die Mitglieder werden gelesen…",
    you: "Sie",
  },
  returned: {
    bought: (plan) => `${PLANS[plan].label} gehört Ihnen`,
    notBought: "Es wurde nichts gekauft",
    notBoughtText:
      "Die Zahlung wurde nicht abgeschlossen. Nichts wird berechnet.",
    inOrder: "Zurück von der Bezahlseite",
    failed: "Was bezahlt wurde, konnte nicht gelesen werden.",
  },
  subscriptionState: {
    none: "Kein Abo",
    noneText: "Es gibt nichts zu bezahlen.",
    soon: "bald",
    fewDays: "noch einige Tage",
    on: (day) => `am ${day}`,
    ended: "Beendet",
    afterwards: "Danach gelten die Grenzen von Free.",
    buyBefore: (label) => `Kaufen Sie bis dahin, um ${label} zu behalten.`,
    trial: "Testphase",
    trialText: (ends, day, then) =>
      `Die Testphase endet ${ends}, ${day}. ${then}`,
    cancelled: "Gekündigt",
    cancelledText: (label, day) =>
      `${label} endet ${day} und ist bis dahin bezahlt. Danach gelten die Grenzen von Free.`,
    active: "Aktiv",
    renews: (day) => `Verlängert sich ${day}.`,
    paymentFailed: "Zahlung gescheitert",
    failedText: (label, until) =>
      `Die letzte Zahlung ist gescheitert. ${label} läuft bis ${until}; ändern Sie vorher die Zahlungsart, um es zu behalten.`,
    notPaid: "Nicht bezahlt",
    overText: (label) =>
      `Die letzte Zahlung ist gescheitert, und ${label} ist zu Ende. Bezahlen Sie das Offene, um es wieder zu haben.`,
    endedText: (label, day) =>
      `${label} endete ${day}. Mitglieder und Projekte bleiben.`,
    endedSometime: (label) =>
      `${label} ist beendet. Mitglieder und Projekte bleiben.`,
  },
};

export default GERMAN;
