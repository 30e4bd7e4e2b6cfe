/**
 * An oxlint plugin with one rule: code that runs while a module loads must not call `texts()`. The translation arrives
 * later, so a text that is read this early stays English.
 */
interface Node {
  type: string;
  parent?: Node;
}

interface Import extends Node {
  specifiers: (Node & {
    imported?: { name?: string };
    local: { name: string };
  })[];
}

interface Call extends Node {
  callee: Node & { name?: string };
}

interface Context {
  report(problem: { node: Node; message: string }): void;
}

const rule = {
  create(context: Context) {
    const readers = new Set<string>();
    return {
      ImportDeclaration({ specifiers }: Import) {
        for (const { imported, local } of specifiers)
          if (imported?.name === "texts") readers.add(local.name);
      },
      CallExpression(call: Call) {
        if (readers.has(call.callee.name ?? "") && !isInFunction(call))
          context.report({
            node: call,
            message: `Call ${call.callee.name}() inside a function: while this module loads, the translation may not be there yet.`,
          });
      },
    };
  },
};

function isInFunction({ parent }: Node): boolean {
  if (!parent) return false;
  return /Function/.test(parent.type) || isInFunction(parent);
}

export default {
  meta: { name: "tenantry" },
  rules: { "no-early-texts": rule },
};
