/** A legal consultation, told to the app: neutral wherever it is shown. */
import {
  type ConsultationCase,
  consultationDeclaration,
  type ConsultationDetail,
} from '@linli/contracts/consultation-case'
import { makeFace } from '../../shared/cases/make-face'

export const consultationFace = makeFace<ConsultationCase, ConsultationDetail>({
  name: '办件',
  declaration: consultationDeclaration,
})
