/** Formats a number with its noun: `germanCount(5000, "Platz", "Plätze")` → `"5.000 Plätze"`. */
export function germanCount(amount: number, one: string, many = one): string {
  return `${amount.toLocaleString("de")} ${amount === 1 ? one : many}`;
}
