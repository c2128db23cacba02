import { z } from 'zod'

/** A package that the program is made with, and all that it says of its licence; the build writes these. */
export const ShippedPackages = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() }),
)
export type ShippedPackages = z.infer<typeof ShippedPackages>
