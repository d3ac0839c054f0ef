/** The faces that the app knows: any component asks here, and none asks for a type. */
import type { CaseDetail, CaseSummary } from '@linli/contracts/cases'
import { byType } from './by-type'
import type { Face, RatedWords } from './face'
import { makeFace } from './make-face'

const faces = byType<Face>()

export const knowFaces = faces.know

/** Of a case that no face knows: its number, title, when and timeline, in plain words. */
const unknown = makeFace({ name: '办件' })

export const faceOf = ({ type }: Pick<CaseSummary | CaseDetail, 'type'>): Face => faces.of(type) ?? unknown

/** How a service is called where it was rated. */
export const ratedWords = (service: string): RatedWords =>
  faces.of(service)?.rated ?? { name: '其他服务', which: '哪件事', in: [] }
