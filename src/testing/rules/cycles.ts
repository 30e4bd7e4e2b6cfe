/**
 * Returns the groups of nodes that reach each other (Tarjan's strongly connected components). Groups with only one node
 * are left out.
 */
export function cyclesOf(edges: Iterable<[from: string, to: string]>) {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) {
    const known = next.get(from) ?? new Set();
    next.set(from, known.add(to));
  }
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  function visit(node: string): number {
    order.set(node, order.size);
    let low = order.size - 1;
    stack.push(node);
    for (const to of next.get(node) ?? []) {
      if (!order.has(to)) low = Math.min(low, visit(to));
      else if (stack.includes(to)) low = Math.min(low, order.get(to) ?? low);
    }
    lowest.set(node, low);
    if (low === order.get(node)) {
      const group = stack.splice(stack.indexOf(node));
      if (group.length > 1) cycles.push(group.toSorted());
    }
    return low;
  }

  for (const node of next.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
