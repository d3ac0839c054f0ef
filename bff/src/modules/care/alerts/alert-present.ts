/** An alert as the contract shows it; what is sealed is opened here, for whom it was sent to. */
import type { CareAlert } from '@linli/contracts/care-alerts'
import type { FieldCipher } from '../../../platform/crypto'
import type { CareFacts } from '../../children/service'
import type { Colleague } from '../duties/duty-store'
import type { AlertRow } from './alert-store'
import type { StepRow } from './step-store'
import { doorOf, erasedFacts, textOf } from '../present'

interface Known {
  row: AlertRow
  steps: readonly StepRow[]
  mark: CareAlert['mark']
  /** Undefined for a child that was erased. */
  facts: CareFacts | undefined
  colleagues: readonly Colleague[]
}

export function alertView(cipher: FieldCipher, known: Known, readerId: string): CareAlert {
  const { row, steps, mark, colleagues } = known
  const facts = known.facts ?? erasedFacts
  const isMine = row.takenBy === readerId && !row.closed
  return {
    id: row.id,
    kind: row.kind,
    raisedAt: row.at.toISOString(),
    state: row.closed ? 'closed' : row.takenBy ? 'taken' : 'open',
    child: facts.name,
    classNo: row.classNo,
    mark,
    programmeName: row.programmeName,
    place: row.place,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    ...raisedBy(cipher, steps),
    guardians: guardiansOf(facts),
    takenBy:
      row.takenBy === null
        ? null
        : { accountId: row.takenBy, name: row.takenName, mine: row.takenBy === readerId },
    steps: steps.map((step) => stepView(cipher, step)),
    colleagues: [...colleagues],
    can: { take: !row.closed && row.takenBy !== readerId, handOn: isMine, close: isMine },
  }
}

/** Of the last record that raised it. */
function raisedBy(
  cipher: FieldCipher,
  steps: readonly StepRow[],
): Pick<CareAlert, 'carer' | 'person' | 'words'> {
  const record = steps.findLast((step) => step.kind === 'raised' && step.record !== null)?.record
  if (!record) return { carer: null, person: null, words: null }
  const isIncident = record.kind === 'incident'
  return {
    carer: record.by,
    person: isIncident ? null : (doorOf(cipher, record.id, record.detailEnc).person ?? null),
    words: isIncident && record.detailEnc ? textOf(cipher, record.id, record.detailEnc) : null,
  }
}

/** Nobody is asked to call whoever is barred. */
const guardiansOf = ({ guardians }: Pick<CareFacts, 'guardians'>): CareAlert['guardians'] =>
  guardians
    .filter((g) => g.barredAs === null)
    .sort((a, b) => Number(b.verified) - Number(a.verified))
    .map(({ name, relation, phone }) => ({ name, relation, phone }))

const stepView = (
  cipher: FieldCipher,
  { id, kind, at, by, to, outcome, wordsEnc }: StepRow,
): CareAlert['steps'][number] => ({
  kind,
  at: at.toISOString(),
  by,
  to,
  outcome,
  words: wordsEnc && cipher.decrypt('care_alert_words.words_enc', id, wordsEnc),
})
