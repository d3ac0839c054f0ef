import type { FollowUpCase, FollowUpCaseDetail } from '@linli/contracts/follow-up-case'
import { gradeWord } from '@linli/contracts/words'
import { momentWords } from '../../../shared/time/time-words'
import { faceText } from './face-text'

/** The grade that is followed up, in its word. */
export function gradedWords({ facts }: FollowUpCase): string {
  const words: Record<string, string | undefined> = gradeWord
  const word = words[facts.grade]
  return word === undefined ? '' : faceText.graded(word)
}

/** What happens next with a bad grade, and by when, for whoever gave it. */
export function followUpNext(one: FollowUpCaseDetail, now: number): string {
  switch (one.state) {
    case 'contacting':
      return byWhen(one, now, faceText.contacting, faceText.contactingLate)
    case 'rectifying':
      return byWhen(
        one,
        now,
        isCalled(one) ? faceText.rectifying : faceText.puttingRight,
        faceText.rectifyingLate,
      )
    case 'informing':
      return byWhen(one, now, faceText.informing, faceText.informingLate)
    case 'reviewing':
      return byWhen(one, now, faceText.reviewing, faceText.reviewingLate)
    case 'verdict':
      return faceText.verdict
    case 'overturned':
      return faceText.overturned
    default:
      return endedWords(one)
  }
}

/** Whom nobody may know, nobody has called. */
const isCalled = ({ facts, timeline }: FollowUpCaseDetail): boolean =>
  !facts.confidential || timeline.some(({ action }) => action === 'contact')

function byWhen(
  { dueAt, overdue }: FollowUpCaseDetail,
  now: number,
  inTime: (until: string) => string,
  late: string,
) {
  if (overdue) return late
  return dueAt === null ? faceText.open : inTime(` ${momentWords(dueAt, now)} `)
}

const endedWords = ({ timeline }: FollowUpCaseDetail) =>
  timeline.some(({ action }) => action === 'conclude') ? faceText.concluded : faceText.satisfied
