import type { CaseDetail } from '@linli/contracts/cases'
import { type ReactNode, useEffect, useState } from 'react'
import { ActButtons, ActSheet, actsOpen } from './act-buttons'
import { deskPartsOf } from './desk-parts'
import { faceOf } from './faces'
import type { ProblemError } from '../http/problem'
import { Decide as Decisions } from '../staff/decide'
import { Refusal } from '../ui/answers/refusal'
import { forgetDecision, noteDecision } from './decided'
import { UndoBar } from './undo-bar'

interface Props {
  one: CaseDetail
  /** Do single keys mean this case? */
  keys?: boolean
  /** Actions that the page has a way of its own for. */
  without?: readonly string[]
  /** More that can be done. */
  children?: ReactNode
}

/** What staff may do now; every button comes from the service's `can`. */
export function DecideCase({ one, keys = true, without = [], children }: Props) {
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
          acts={actsOpen(acts, one).filter(({ action }) => !without.includes(action))}
          keys={keys}
          onOpen={setOpen}
          onProblem={setProblem}
        />
        {children}
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
