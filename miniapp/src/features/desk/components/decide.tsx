import type { CaseDetail } from '@linli/contracts/cases'
import { useEffect, useState } from 'react'
import { ActButtons, ActSheet, actsOpen } from '../../../shared/cases/act-buttons'
import { deskPartsOf } from '../../../shared/cases/desk-parts'
import { faceOf } from '../../../shared/cases/faces'
import type { ProblemError } from '../../../shared/http/problem'
import { Decide as Decisions } from '../../../shared/staff/decide'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { forgetDecision, noteDecision } from '../recent'
import { UndoBar } from './undo-bar'

interface Props {
  one: CaseDetail
  /** Do single keys mean this case? */
  keys?: boolean
}

/** What staff may do now; every button comes from the service's `can`. */
export function Decide({ one, keys = true }: Props) {
  const [open, setOpen] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const parts = deskPartsOf(one)
  const acts = parts?.acts ?? faceOf(one).deskActs
  const undo = parts?.undo
  useEffect(() => {
    const { id, can, undoUntil } = one
    if (undo === undefined || undoUntil === null || !can.includes('undo')) return forgetDecision(id)
    noteDecision({ id, undoUntil, words: decidedWords(one), endpoint: undo.endpoint })
  }, [one, undo])
  const asked = acts.find(({ action }) => action === open)
  return (
    <>
      <Refusal problem={problem} />
      {parts?.undo !== undefined && <UndoBar one={one} undo={parts.undo} />}
      <Decisions>
        <ActButtons
          one={one}
          acts={actsOpen(acts, one)}
          keys={keys}
          onOpen={setOpen}
          onProblem={setProblem}
        />
      </Decisions>
      {asked !== undefined && <ActSheet one={one} act={asked} onClose={() => setOpen(null)} />}
    </>
  )
}

/** 已确认 · 三楼多功能厅 · 居民会议 */
const decidedWords = (one: CaseDetail) => {
  const face = faceOf(one)
  return `${face.state(one, 0, 'staff')} · ${face.deskHead(one, Date.now()).second}`
}
