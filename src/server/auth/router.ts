import { z } from "zod";
import {
  emailField,
  pageFields,
  passwordField,
  personNameField,
  tokenField,
} from "../../shared/fields";
import { pageFrom, pageOf } from "../inputs";
import { rest } from "../rest/meta";
import { publicProcedure, router, userProcedure } from "../trpc";
import {
  changeProfile,
  listSessions,
  readContext,
  reauthenticate,
  revokeOtherSessions,
  revokeSession,
  switchOrganization,
} from "./account";
import { changePassword } from "./change-password";
import { forgotPassword, resetPassword } from "./reset-password";
import {
  contextShape,
  enteredShape,
  sessionShape,
  toUser,
  userShape,
} from "./shapes";
import { signIn } from "./sign-in";
import { resendVerification, signUp, verifyEmail } from "./sign-up";

const sent = z.object({ status: z.literal("verification_sent") });
const signedUp = z.object({ user: userShape });
const resetSent = z.object({ status: z.literal("reset_sent") });
const none = z.strictObject({}).optional();

export const authRouter = router({
  signUp: publicProcedure
    .meta(
      rest("POST", "/auth/sign-up", {
        summary: "Sign up; the account exists once the address is confirmed",
        status: 202,
        statusWith: [201, "user"],
        limit: "credentials",
        open: true,
      }),
    )
    .input(
      z.strictObject({
        name: personNameField,
        email: emailField,
        password: passwordField,
        invitationToken: tokenField.optional(),
      }),
    )
    .output(z.union([signedUp, sent]))
    .mutation(({ ctx, input }) => signUp(ctx, input)),

  verifyEmail: publicProcedure
    .meta(
      rest("POST", "/auth/verify-email", {
        summary: "Confirm an address with the mailed token",
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ token: tokenField }))
    .output(z.object({ user: userShape.nullable() }))
    .mutation(({ ctx, input }) => verifyEmail(ctx, input.token)),

  resendVerification: publicProcedure
    .meta(
      rest("POST", "/auth/verify-email/resend", {
        summary: "Mail a new confirmation link",
        status: 202,
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ email: emailField }))
    .output(sent)
    .mutation(async ({ ctx, input }) => {
      await resendVerification(ctx, input.email);
      return { status: "verification_sent" as const };
    }),

  signIn: publicProcedure
    .meta(
      rest("POST", "/auth/sign-in", {
        summary: "Sign in",
        limit: "credentials",
        open: true,
      }),
    )
    .input(
      z.strictObject({ email: emailField, password: z.string().max(1024) }),
    )
    .output(enteredShape)
    .mutation(({ ctx, input }) => signIn(ctx, input)),

  forgotPassword: publicProcedure
    .meta(
      rest("POST", "/auth/forgot-password", {
        summary: "Mail a link to choose a new password",
        status: 202,
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ email: emailField }))
    .output(resetSent)
    .mutation(({ ctx, input }) => forgotPassword(ctx, input.email)),

  resetPassword: publicProcedure
    .meta(
      rest("POST", "/auth/reset-password", {
        summary: "Choose a new password with the mailed token, and sign in",
        limit: "credentials",
        open: true,
      }),
    )
    .input(z.strictObject({ token: tokenField, password: passwordField }))
    .output(enteredShape)
    .mutation(({ ctx, input }) => resetPassword(ctx, input)),

  signOut: userProcedure
    .meta(
      rest("POST", "/auth/sign-out", {
        summary: "End this session",
        status: 204,
      }),
    )
    .input(none)
    .output(z.void())
    .mutation(({ ctx }) => {
      revokeSession(ctx.work, ctx.signedIn, ctx.session.id);
      ctx.response.cookies.push(ctx.services.sessions.blankCookie());
    }),

  context: userProcedure
    .meta(
      rest("GET", "/auth/context", {
        summary: "Who you are, where, and what you may do there",
      }),
    )
    .input(
      z.strictObject({ org: z.string().min(1).max(64).optional() }).optional(),
    )
    .output(contextShape)
    .query(async ({ ctx, input }) => {
      if (input?.org && !ctx.signedIn.organization)
        throw await ctx.services.sessions.organizationMissing(
          ctx.user.id,
          input.org,
        );
      return readContext(ctx, ctx.signedIn);
    }),

  switchOrganization: userProcedure
    .meta(
      rest("POST", "/auth/switch-organization", {
        summary: "Choose where the next visit starts",
        repeatable: true,
      }),
    )
    .input(z.strictObject({ organizationId: z.string().min(1).max(64) }))
    .output(contextShape)
    .mutation(({ ctx }) => switchOrganization(ctx, ctx.signedIn)),

  reauthenticate: userProcedure
    .meta(
      rest("POST", "/auth/reauthenticate", {
        summary:
          "Prove again who you are; dangerous actions are open for ten minutes",
        status: 204,
        limit: "credentials",
        repeatable: true,
      }),
    )
    .input(z.strictObject({ password: z.string().max(1024) }))
    .output(z.void())
    .mutation(({ ctx, input }) =>
      reauthenticate(ctx, ctx.signedIn, input.password),
    ),

  changePassword: userProcedure
    .meta(
      rest("POST", "/auth/change-password", {
        summary: "Change your password; all other sessions end",
        status: 204,
        limit: "credentials",
        repeatable: true,
      }),
    )
    .input(
      z.strictObject({
        currentPassword: z.string().max(1024),
        newPassword: passwordField,
      }),
    )
    .output(z.void())
    .mutation(({ ctx, input }) => changePassword(ctx, ctx.signedIn, input)),

  me: userProcedure
    .meta(rest("GET", "/auth/me", { summary: "Read your profile" }))
    .input(none)
    .output(userShape)
    .query(({ ctx }) => toUser(ctx.user)),

  updateMe: userProcedure
    .meta(rest("PATCH", "/auth/me", { summary: "Change your profile" }))
    .input(z.strictObject({ name: personNameField }))
    .output(userShape)
    .mutation(({ ctx, input }) => changeProfile(ctx.work, ctx.user, input)),

  sessions: userProcedure
    .meta(
      rest("GET", "/auth/sessions", {
        summary: "List where you are signed in",
      }),
    )
    .input(z.strictObject(pageFields("session")).optional())
    .output(pageOf(sessionShape))
    .query(async ({ ctx, input }) =>
      pageFrom(
        await listSessions(ctx.db, ctx.signedIn, ctx.services.now()),
        input,
      ),
    ),

  revokeSession: userProcedure
    .meta(
      rest("DELETE", "/auth/sessions/{id}", {
        summary: "End a session",
        status: 204,
      }),
    )
    .input(z.strictObject({ id: z.string().min(1).max(64) }))
    .output(z.void())
    .mutation(({ ctx, input }) => {
      if (input.id === ctx.session.id)
        ctx.response.cookies.push(ctx.services.sessions.blankCookie());
      revokeSession(ctx.work, ctx.signedIn, input.id);
    }),

  revokeOtherSessions: userProcedure
    .meta(
      rest("DELETE", "/auth/sessions", {
        summary: "End all other sessions",
        status: 204,
      }),
    )
    .input(none)
    .output(z.void())
    .mutation(({ ctx }) => revokeOtherSessions(ctx.db, ctx.work, ctx.signedIn)),
});
