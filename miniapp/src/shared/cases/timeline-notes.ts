import type { CaseDetail } from '@linli/contracts/cases'

/** What was said with the last event of this kind. */
export const lastNote = ({ timeline }: Pick<CaseDetail, 'timeline'>, action: string): string | null =>
  [...timeline].reverse().find((event) => event.action === action)?.note ?? null

/** The question that the person served has not answered yet. */
export const openQuestion = (one: Pick<CaseDetail, 'timeline' | 'waitingFor'>): string | null =>
  one.waitingFor === 'party' ? lastNote(one, 'ask') : null
