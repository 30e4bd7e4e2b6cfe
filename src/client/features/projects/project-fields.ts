import { z } from "zod";
import { projectDescriptionField, projectNameField } from "#shared/fields.ts";

/** The form fields of a project, with the server's rules. */
export const projectFields = z.object({
  name: projectNameField,
  description: projectDescriptionField,
});

export type ProjectFields = z.infer<typeof projectFields>;
