import type { CaseState } from '@linli/contracts/case-base'
import {
  isBad,
  type MyRating,
  type RatingPage,
  type RatingWish,
  type Reason,
  type TextRefusal,
  type TextState,
} from '@linli/contracts/ratings'
import { refusalWords } from '../../shared/words/rating-refusal-words'
import { dayOf } from '../../shared/time/shanghai'
import { dayWords } from '../../shared/time/time-words'
import type { RatingDraft } from './said'
import { ratingsText } from './text'

/** As many as the service takes. */
export const mostReasons = 6
export const mostWords = 500

/** What may be chosen with the grade; nothing before one is chosen. */
export const reasonsOffered = (page: RatingPage, { grade }: Pick<RatingDraft, 'grade'>): Reason[] =>
  grade === null ? [] : isBad(grade) ? page.bad : page.good

/** Chosen goes, not chosen comes; null when there are as many as there may be. */
export function toggled(chosen: readonly Reason[], one: Reason): Reason[] | null {
  if (chosen.includes(one)) return chosen.filter((other) => other !== one)
  return chosen.length >= mostReasons ? null : [...chosen, one]
}

/** What the service is told, without what no longer fits the grade; null before a grade is chosen. */
export function wishOf(page: RatingPage, draft: RatingDraft): RatingWish | null {
  if (draft.grade === null) return null
  const offered = reasonsOffered(page, draft)
  const text = draft.text.trim()
  return {
    grade: draft.grade,
    reasonsVersion: page.reasonsVersion,
    reasons: draft.reasons.filter((one) => offered.includes(one)),
    ...(text === '' || page.confidential ? {} : { text }),
    publish: text !== '' && draft.publish && !page.confidential,
    named: draft.named && isBad(draft.grade),
  }
}

/** Who learns whose rating it is. */
export function saysWho({ confidential }: Pick<RatingPage, 'confidential'>, named: boolean): string {
  const said = confidential ? ratingsText.confidential : ratingsText
  return named ? said.namedNow : said.anonymous
}

/** What comes of a bad grade, and in how many working days. */
export const promiseWords = (
  {
    confidential,
    contactDays,
    rectifyDays,
  }: Pick<RatingPage, 'confidential' | 'contactDays' | 'rectifyDays'>,
  named: boolean,
): string =>
  confidential && !named
    ? ratingsText.confidential.promise(rectifyDays)
    : ratingsText.promise(contactDays, rectifyDays)

/** What was served and when, e.g. 三楼多功能厅 · 昨天. */
export const servedWords = ({ title, on }: Pick<RatingPage, 'title' | 'on'>, now: number) =>
  `${title} · ${dayWords(on, now)}`

/** How far the text has come towards the public; null where there is none. */
export function textStateWords(rating: MyRating, now: number): string | null {
  const { text, textState, textRefusal, publish, ratedAt } = rating
  const { private: closed, today, later } = ratingsText.textState
  if (text === null) return null
  // What a review found wrong is shown nowhere, whatever its check said.
  if (rating.followUp?.state === 'overturned') return closed
  const held = heldBackWords(textState, textRefusal, publish)
  if (held !== null) return held
  if (!publish) return closed
  // Others read words from the day after: their minute would say whose they are.
  return (dayOf(ratedAt) === dayOf(now) ? today : later)[textState === 'passed' ? 'passed' : 'checking']
}

/** How far the 追评 has come, where it is held back. */
export const supplementStateWords = ({ supplement, publish }: MyRating): string | null =>
  supplement === null || supplement.text === null
    ? null
    : heldBackWords(supplement.state, supplement.refusal, publish)

/** What others read of the text, where it is not what its writer wrote. */
export const shownWords = ({ shown, publish }: Pick<MyRating, 'shown' | 'publish'>): string | null =>
  shown === null ? null : ratingsText.shown[publish ? 'public' : 'private'](shown)

/** The same of the 追评: everybody reads it only beside its text. */
export const supplementShownWords = ({
  supplement,
  publish,
  textState,
}: Pick<MyRating, 'supplement' | 'publish' | 'textState'>): string | null =>
  supplement === null || supplement.shown === null
    ? null
    : ratingsText.shown[publish && textState === 'passed' ? 'public' : 'private'](supplement.shown)

/** Words that wait for a person, or did not pass: what is said to whoever wrote them. */
function heldBackWords(state: TextState, refusal: TextRefusal | null, publish: boolean): string | null {
  const words = publish ? ratingsText.textState : ratingsText.privateState
  if (state === 'doubtful') return words.doubtful
  if (state !== 'refused') return null
  return refusal === null ? words.refused : words.judged(refusalWords[refusal])
}

/** The states of a follow-up in which its result has been told. */
const told: readonly CaseState[] = ['verdict', 'reviewing', 'closed']

/** May one more word be written now? In the state of the verdict it goes with the verdict. */
export const canSupplement = ({ followUp, supplement }: MyRating) =>
  supplement === null && followUp !== null && followUp.state !== 'verdict' && told.includes(followUp.state)
