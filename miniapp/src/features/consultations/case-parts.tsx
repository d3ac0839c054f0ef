import type { ConsultationDetail } from '@linli/contracts/consultation-case'
import type { CaseParts } from '../../shared/cases/case-parts'
import { QuickExit } from '../../shared/matters/safe-page'
import { pages } from '../../shared/navigation/pages'
import { Button } from '../../shared/ui/button'
import { consultationFace } from './face'
import { faceText } from './face-text'

/** The page of the case says that there is one; what it is about stands a tap further, and the way out is here too. */
export const consultationCase: CaseParts<ConsultationDetail> = {
  type: consultationFace.type,
  Corner: QuickExit,
  Step: ({ one }) => <Button to={pages.matter(one.id)}>{faceText.open}</Button>,
}
