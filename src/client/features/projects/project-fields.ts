import { z } from "zod";
import { projectDescriptionField, projectNameField } from "#shared/fields.ts";

/** The form fields of a project. They have the same validation rules as on the server. */
export const projectFields = z.object({
  name: projectNameField,
  description: projectDescriptionField,
});

export type ProjectFields = z.infer<typeof projectFields>;
