/** A test card, like the test cards of Stripe. */
export interface Card {
  number: string;
  effect: string;
  /** Whether a payment with this card succeeds. */
  works: boolean;
  /** Whether this card can be stored as a payment method. */
  isAccepted: boolean;
}

export const CARDS = {
  pays: {
    number: "4242 4242 4242 4242",
    effect: "Payment succeeds",
    works: true,
    isAccepted: true,
  },
  declined: {
    number: "4000 0000 0000 0002",
    effect: "Card is declined",
    works: false,
    isAccepted: false,
  },
  failsLater: {
    number: "4000 0000 0000 0341",
    effect: "Card is accepted, later payments fail",
    works: false,
    isAccepted: true,
  },
} as const satisfies Record<string, Card>;

export function findCard(number: string): Card | undefined {
  const digits = digitsOf(number);
  return Object.values(CARDS).find((card) => digitsOf(card.number) === digits);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
