/** What was said in consultations, in clear, for the file in which their person takes everything along. */
import { momentIn } from '../../platform/document'
import { readOf } from '../../platform/read'
import { openCaseKeys } from '../case-keys/service'
import type { Exported } from '../cases/kind'
import type { ConsultationFacts } from './facts-store'
import { linesOfMany, oppositesOf } from './store'

export const threadsOf: NonNullable<Exported<ConsultationFacts>['more']> = async (
  { cipher },
  tx,
  caseIds,
) => {
  const read = readOf(tx)
  const keys = await openCaseKeys({ cipher }, read, caseIds)
  const [lines, opposites] = [await linesOfMany(read, caseIds), await oppositesOf(read, caseIds)]
  return new Map(
    caseIds.map((caseId) => {
      const key = keys.get(caseId)
      const own = lines.filter((line) => line.caseId === caseId && line.wordsSealed !== null)
      const said = own.map(
        ({ id, at, authorName, wordsSealed }) =>
          `${momentIn(at)} ${authorName ?? '您'}：${key?.open('consultation_lines.words_sealed', id, wordsSealed ?? '') ?? ''}`,
      )
      const sealed = opposites.find((row) => row.caseId === caseId)?.oppositeEnc
      const opposite = sealed ? cipher.decrypt('consultations.opposite_enc', caseId, sealed) : null
      return [caseId, { opposite, thread: key ? said.join('\n') : null }]
    }),
  )
}
