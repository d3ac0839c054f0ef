/** A rating page as the person served sees it, and nobody else. */
import {
  type MyRating,
  type RatingPage,
  type RatingState,
  type TextState,
  reasonsFor,
  reasonsOfRefused,
  reasonsOfUse,
  reasonsVersion,
} from '@linli/contracts/ratings'
import type { FieldCipher } from '../../platform/crypto'
import { dayOf } from '../../platform/shanghai'
import { isConfidential, type Kind } from '../cases/kind'
import { isRatable } from '../cases/service'
import type { Directory } from '../divisions/service'
import type { RatableRow, RatingPart } from './row'

interface Around {
  kind: Kind
  divisions: Directory
  cipher: FieldCipher
  now: Date
}

/** @param accountId a rating's words are shown to whoever gave it, and to no other guardian of the child */
export function pageOfCase(
  row: RatableRow,
  accountId: string,
  { kind, divisions, cipher, now }: Around,
): RatingPage {
  const settings = divisions.settings(row.community)
  const service = row.type
  return {
    caseId: row.caseId,
    service,
    title: row.title,
    on: dayOf(row.endsAt),
    communityName: divisions.find(row.community)?.name ?? '',
    communityPhone: row.communityPhone,
    state: stateOf(row, kind, now),
    until: row.right && new Date(row.right.until).toISOString(),
    reasonsVersion,
    good: reasonsFor(reasonsVersion, 'satisfied', service) ?? [],
    bad: (reasonsFor(reasonsVersion, 'dissatisfied', service) ?? []).filter((reason) =>
      kind.states[row.state]?.refused ? !reasonsOfUse.includes(reason) : !reasonsOfRefused.includes(reason),
    ),
    confidential: isConfidential(kind),
    contactDays: settings.follow_up_contact_days,
    rectifyDays: settings.follow_up_rectify_days,
    rating: row.rating?.raterId !== accountId ? null : myRating(row.rating, row.followUp, cipher),
  }
}

/** `early` is also what can still be taken back; `over` is only what is too old. */
export function stateOf({ right, rating, state }: RatableRow, kind: Kind, now: Date): RatingState {
  if (rating) return 'rated'
  if (!right) return 'early'
  const [finishedAt, until] = [new Date(right.finishedAt), new Date(right.until)]
  if (isRatable({ finishedAt, until }, kind, state, now)) return 'open'
  return now < until ? 'early' : 'over'
}

/** A rating as whoever gave it sees it: their own words, and beside them what others read where that differs. */
function myRating(x: RatingPart, followUp: RatableRow['followUp'], cipher: FieldCipher): MyRating {
  const text = x.textEnc && cipher.decrypt('ratings.text_enc', x.id, x.textEnc)
  const supplement = x.supplementEnc && cipher.decrypt('ratings.supplement_enc', x.id, x.supplementEnc)
  // What a review found wrong is shown to nobody.
  const passes = (state: TextState): boolean => state === 'passed' && followUp?.state !== 'overturned'
  const at = (instant: string): string => new Date(instant).toISOString()
  return {
    grade: x.grade,
    reasons: x.reasons,
    text,
    shown: passes(x.textState) && x.textShown !== text ? x.textShown : null,
    textState: x.textState,
    textRefusal: x.textState === 'refused' ? x.textRefusal : null,
    publish: x.textForAll,
    named: x.named,
    ratedAt: at(x.ratedAt),
    supplement: x.supplementAt
      ? {
          text: supplement,
          shown: passes(x.supplementState) && x.supplementShown !== supplement ? x.supplementShown : null,
          at: at(x.supplementAt),
          state: x.supplementState,
          refusal: x.supplementState === 'refused' ? x.supplementRefusal : null,
        }
      : null,
    reply:
      x.reply && x.replyName && x.repliedAt ? { text: x.reply, by: x.replyName, at: at(x.repliedAt) } : null,
    followUp: followUp && { id: followUp.id, state: followUp.state },
  }
}
