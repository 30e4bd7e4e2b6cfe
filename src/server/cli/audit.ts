import { defineCommand } from "citty";
import { signAuditAgain, verifyAudit } from "./operator/verify-audit";
import { attempt, say, withSharedDatabase } from "./command";

const signAudit = defineCommand({
  meta: {
    description:
      "Sign the audit logs with the present APP_SECRET, after it was changed; APP_SECRET_PREVIOUS must hold the former one",
  },
  args: {
    org: {
      type: "string",
      description: "Slug or id; every organization when left out",
    },
    unsigned: {
      type: "boolean",
      default: false,
      description:
        "Sign also a log whose end neither of these secrets signed; look at its newest events before",
    },
  },
  run: ({ args }) =>
    attempt(() =>
      withSharedDatabase(async (db, config) => {
        const { lines, isSound } = await signAuditAgain(db, config, args);
        for (const line of lines) say(line);
        if (!isSound) process.exitCode = 1;
      }),
    ),
});

export const auditCommand = defineCommand({
  meta: { description: "Look after the audit logs" },
  subCommands: {
    sign: signAudit,
    verify: defineCommand({
      meta: {
        description:
          "Check that nobody changed, removed or cut off what happened; exit code 1 if somebody did",
      },
      args: {
        org: {
          type: "string",
          description: "Slug or id; every organization when left out",
        },
        anchor: {
          type: "string",
          description: "What an earlier look gave: the log must still hold it",
        },
      },
      run: ({ args }) =>
        attempt(() =>
          withSharedDatabase(async (db, config) => {
            const { lines, isSound } = await verifyAudit(db, config, args);
            for (const line of lines) say(line);
            if (!isSound) process.exitCode = 1;
          }),
        ),
    }),
  },
});
