/** What may be said in a rating. */
import { type Grade, type Reason, reasonsFor, type AnyService } from '@linli/contracts/ratings'
import type { Fault } from '@linli/contracts/problems'

/** Reasons that the list of that version does not offer for that grade of that service; all of them. */
export function reasonFaults(
  said: { grade: Grade; reasonsVersion: string; reasons: readonly Reason[] },
  of: AnyService,
): Fault[] {
  const offered = reasonsFor(said.reasonsVersion, said.grade, of)
  if (!offered)
    return [{ path: 'body.reasonsVersion', code: 'unknown', message: '这一页太旧了，请返回后重新打开再评价' }]
  return said.reasons.flatMap((reason, n) =>
    offered.includes(reason)
      ? []
      : [{ path: `body.reasons.${n}`, code: 'not_offered', message: '这个原因和所选的评价不相配' }],
  )
}

/**
 * Words about what two people alone read would say what it is to whoever checks, puts right and follows up. They have a
 * place where the two alone read them (docs/consultations.md).
 */
export const wordFaults = ({ text }: { text?: string | undefined }): Fault[] =>
  text === undefined
    ? []
    : [
        {
          path: 'body.text',
          code: 'not_offered',
          message: '这项服务只评等级和原因。想说的话请写在办件里，只有您和办理的人看得到',
        },
      ]
