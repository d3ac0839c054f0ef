import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Row } from './cells'

export const careRows = {} as Record<never, Row> & Partial<Record<EndpointName, Row>>
