/** The promise: what was written is its writer's; everybody else reads it without names, days and numbers. */
import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { addJob } from '../../platform/jobs'
import { maskText } from '../../platform/masking'
import { Problem } from '../../platform/problem'
import { isConfidential } from '../cases/kind'
import { insertEvents, knownNames } from '../cases/service'
import type { RatableRow } from './row'
import { wordFaults } from './rules'
import { givenAbout, insertSupplement } from './store'

interface Words {
  ratingId: string
  caseId: string
  text: string
  /** Of whoever wrote it. */
  name: string | null
}

/** What was written, sealed for its writer, and without names and numbers for everybody else. */
export async function seal(
  deps: Deps,
  tx: Tx,
  column: 'ratings.text_enc' | 'ratings.supplement_enc',
  { ratingId, caseId, text, name }: Words,
) {
  const shown = maskText(text, await knownNames(deps, tx, caseId, name))
  return { enc: deps.cipher.encrypt(column, ratingId, text), shown }
}

/**
 * 追评: one more word, once what was bad has been put right and told.
 * @throws Problem supplement_given, invalid_request (words of what is confidential)
 */
export async function writeSupplement(
  deps: Deps,
  tx: Tx,
  { row, text, name, at }: { row: RatableRow; text: string; name: string | null; at: Date },
): Promise<void> {
  const kind = deps.kinds.get(row.type)
  if (kind && isConfidential(kind)) throw new Problem('invalid_request', undefined, wordFaults({ text }))
  const ratingId = row.rating?.id ?? ''
  const words = await seal(deps, tx, 'ratings.supplement_enc', { ratingId, caseId: row.caseId, text, name })
  if (!(await insertSupplement(tx, ratingId, { ...words, at }))) throw new Problem('supplement_given')
  if (row.followUp) await insertEvents(tx, [supplementEvent(row.followUp, row.rating?.raterId ?? '', at)])
  await addJob(tx, 'check_rating_text', { ratingId }, at)
}

/** In the timeline stands that something was added; the words stand with the rating, where they can be taken back. */
const supplementEvent = ({ id, state }: NonNullable<RatableRow['followUp']>, actorId: string, at: Date) => ({
  caseId: id,
  at,
  action: 'supplement',
  from: state,
  to: state,
  by: { side: 'party' as const, actorId, actorName: null },
  note: null,
})

/** What its writer takes along of a child's care; another guardian's ratings and words are not among it. */
export async function ratingsAbout({ db, cipher }: Deps, childId: string, raterId: string) {
  return (await givenAbout(db, childId, raterId)).map(({ id, textEnc, supplementEnc, ...said }) => ({
    ...said,
    text: textEnc && cipher.decrypt('ratings.text_enc', id, textEnc),
    supplement: supplementEnc && cipher.decrypt('ratings.supplement_enc', id, supplementEnc),
  }))
}
