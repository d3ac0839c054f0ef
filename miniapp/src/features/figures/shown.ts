import type { Service } from '@linli/contracts/ratings'

/** Of which service figures are shown. */
export type Shown = Service | 'all'
