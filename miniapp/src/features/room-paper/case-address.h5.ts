import { pages } from '../../shared/navigation/pages'
import { prettyPath } from '../../shared/navigation/pretty-path'

/** Where a booking is read by whoever signs in and may. */
export const caseAddress = (id: string): string | null => `${location.origin}${prettyPath(pages.case(id))}`
