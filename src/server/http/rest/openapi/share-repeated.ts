import { responseName } from "./problems";
import type { DescribedOperation } from "./operation";
import type {
  Document,
  Operation,
  Parameter,
  Reference,
  Response,
} from "./types";

type Full = DescribedOperation["operation"];
type Shared = Pick<Document["components"], "parameters" | "responses">;

/** Replaces parameters and responses that several operations have by references to one component. */
export function shareRepeated(operations: readonly Full[]): {
  operations: Operation[];
  components: Shared;
} {
  const parameters = createShelf<Parameter>("parameters");
  const responses = createShelf<Response>("responses");
  for (const operation of operations) {
    for (const parameter of operation.parameters)
      parameters.add(parameterName(parameter), parameter);
    for (const [status, response] of Object.entries(operation.responses))
      responses.add(responseName(status, response), response);
  }
  return {
    operations: operations.map((operation) => {
      const used = operation.parameters.map((one) =>
        parameters.use(parameterName(one), one),
      );
      return {
        ...operation,
        parameters: used,
        responses: Object.fromEntries(
          Object.entries(operation.responses).map(([status, one]) => [
            status,
            responses.use(responseName(status, one), one),
          ]),
        ),
      };
    }),
    components: {
      parameters: parameters.shared(),
      responses: responses.shared(),
    },
  };
}

/** Collects values by name. The most frequent value of a name is shared, if it was added more than once. */
function createShelf<T extends object>(kind: keyof Shared) {
  const byName = new Map<string, Map<string, { value: T; count: number }>>();
  const favorite = (name: string) => {
    const values = [...(byName.get(name)?.values() ?? [])];
    const [first] = values.toSorted((a, b) => b.count - a.count);
    return name !== "" && first && first.count > 1 ? first.value : undefined;
  };
  return {
    add(name: string, value: T) {
      const values = byName.get(name) ?? new Map();
      const text = JSON.stringify(value);
      const count = (values.get(text)?.count ?? 0) + 1;
      byName.set(name, values.set(text, { value, count }));
    },
    use(name: string, value: T): T | Reference {
      return JSON.stringify(favorite(name)) === JSON.stringify(value)
        ? { $ref: `#/components/${kind}/${name}` }
        : value;
    },
    shared(): Record<string, T> {
      const entries = [...byName.keys()].map((name) => [name, favorite(name)]);
      return Object.fromEntries(
        entries.filter(([, value]) => value !== undefined),
      ) as Record<string, T>;
    },
  };
}

/** `Idempotency-Key` → `IdempotencyKey`, `org` → `Org` */
function parameterName({ name }: Parameter): string {
  return name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
