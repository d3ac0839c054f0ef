import type { CaseDetail, CaseSummary } from '@linli/contracts/cases'
import { gradeWord } from '@linli/contracts/words'
import { momentWords } from '../../../shared/time/time-words'
import { followUpText } from './text'

/** The grade that is followed up, in its word. */
export function gradedWords({ followUp }: CaseSummary): string {
  const words: Record<string, string | undefined> = gradeWord
  const word = followUp === null ? undefined : words[followUp.grade]
  return word === undefined ? '' : followUpText.graded(word)
}

/** What happens next with a bad grade, and by when, for whoever gave it. */
export function followUpNext(one: CaseDetail, now: number): string {
  switch (one.state) {
    case 'contacting':
      return byWhen(one, now, followUpText.contacting, followUpText.contactingLate)
    case 'rectifying':
      return byWhen(one, now, followUpText.rectifying, followUpText.rectifyingLate)
    case 'informing':
      return byWhen(one, now, followUpText.informing, followUpText.informingLate)
    case 'reviewing':
      return byWhen(one, now, followUpText.reviewing, followUpText.reviewingLate)
    case 'verdict':
      return followUpText.verdict
    case 'overturned':
      return followUpText.overturned
    default:
      return endedWords(one)
  }
}

function byWhen(
  { dueAt, overdue }: CaseDetail,
  now: number,
  inTime: (until: string) => string,
  late: string,
) {
  if (overdue) return late
  return dueAt === null ? followUpText.open : inTime(` ${momentWords(dueAt, now)} `)
}

const endedWords = ({ timeline }: CaseDetail) =>
  timeline.some(({ action }) => action === 'conclude') ? followUpText.concluded : followUpText.satisfied
