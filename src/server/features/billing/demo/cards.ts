/** A card of the demonstration: nobody has one of these, and no money is behind them. */
export interface Card {
  number: string;
  what: string;
  /** Whether it pays. */
  works: boolean;
  /** Whether it is taken at all, to be paid with later. */
  isTaken: boolean;
}

export const CARDS: readonly Card[] = [
  {
    number: "4242 4242 4242 4242",
    what: "pays",
    works: true,
    isTaken: true,
  },
  {
    number: "4000 0000 0000 0002",
    what: "is declined at once",
    works: false,
    isTaken: false,
  },
  {
    number: "4000 0000 0000 0341",
    what: "is kept, and declined when it is to pay",
    works: false,
    isTaken: true,
  },
];

export function findCard(number: string): Card | undefined {
  const digits = digitsOf(number);
  return CARDS.find((card) => digitsOf(card.number) === digits);
}

export function lastFour({ number }: Card): string {
  return number.slice(-4);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
