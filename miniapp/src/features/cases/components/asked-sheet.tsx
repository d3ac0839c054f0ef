import type { CaseDetail } from '@linli/contracts/cases'
import { ActSheet } from '../../../shared/cases/act-buttons'
import { casePartsOf } from '../../../shared/cases/case-parts'
import { faceOf } from '../../../shared/cases/faces'
import { DeclineSheet } from '../line/decline-sheet'
import { CancelSheet } from './cancel-sheet'

interface Props {
  one: CaseDetail
  /** `cancel`, `decline`, or what the service calls it. */
  name: string
  onClose: () => void
}

/** The sheet that something on the page opened. */
export function AskedSheet({ one, name, onClose }: Props) {
  const parts = casePartsOf(one)
  const Sheet = name === 'decline' && parts?.line !== undefined ? DeclineSheet : parts?.sheets?.[name]
  if (Sheet !== undefined) return <Sheet one={one} onClose={onClose} />
  const cancel = parts?.cancel?.(one)
  if (cancel !== undefined && cancel.action === name)
    return <CancelSheet one={one} act={cancel} onClose={onClose} />
  const act = faceOf(one).acts.find(({ action }) => action === name)
  return act === undefined ? null : <ActSheet one={one} act={act} onClose={onClose} />
}
