import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { DeskParts } from '../../../shared/cases/desk-parts'
import { Box } from '../../../shared/ui/base/box'
import { consultationFace } from '../face'
import { faceText } from '../face-text'

/** Why there is nothing to read here and nothing to press. */
export const consultationDesk: DeskParts<ConsultationDetail> = {
  type: consultationFace.type,
  Facts: () => <Box>{faceText.notForStaff}</Box>,
}
