import type { EndpointName } from '../../../bff/contracts/src/catalogue'
import type { Row } from './cells'

export const consultationRows = {} satisfies Partial<Record<EndpointName, Row>>
