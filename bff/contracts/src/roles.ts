/** What somebody may be at a division, and below it (docs/product.md › Rule 7). */
import * as z from 'zod/mini'

export const role = z.enum([
  'staff',
  'grid_worker',
  'care_worker',
  'legal_adviser',
  'legal_helper',
  'mediator',
  'legal_aid',
  'notary',
  'appraiser',
  'volunteer',
  'partner_unit',
  'supervisor',
])
export type Role = z.infer<typeof role>
