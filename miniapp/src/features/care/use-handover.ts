import type { CareChild, CareRecordSent, CareSession, LookAlike, ReleaseRefusal } from '@linli/contracts/care'
import { useState } from 'react'
import type { CareBoard, Fate } from './care-board'
import type { PickupChoice } from './records'
import { choiceName } from './words'

type Release = Extract<CareRecordSent, { kind: 'release' }>
type By = Release['by']
type Looked = NonNullable<Release['looked']>

/** A name that is almost another one of the lists: the carer looks, and the child waits. */
export interface ToLook {
  at: 'look'
  by: By
  person: string
  alike: LookAlike[]
  looked: Looked
}

interface About {
  sessionId: string
  childId: string
}

export interface HandoverEnded {
  at: 'end'
  /** `calm`: the person must not get the child, and nothing on the screen says so. */
  fate: Fate | 'calm'
  id: string
  refusal: ReleaseRefusal | null
  sentence: string | null
  /** Who took the child. */
  person: string
  when: string
  byCode: boolean
}

export type Step =
  | { at: 'who' }
  | { at: 'sure'; person: PickupChoice }
  /** Whoever must not get the child: asked once more, like a release. */
  | { at: 'apart'; person: PickupChoice; barredAs: string }
  | { at: 'code' }
  /** A guardian whom staff do not know yet, before a carer who may not override. */
  | { at: 'unverified' }
  /** `person`: the guardian whom staff do not know yet. */
  | { at: 'override'; person: PickupChoice | null }
  | { at: 'asking' }
  | ToLook
  | HandoverEnded

/** Guardians and listed people are checked by the list on this device; only the service knows whether a code is right. */
const patienceMs = { listed: 5000, guardian: 5000, override: 5000, code: 25_000 }

/** The person must not get the child: the alert goes at once, the screen stays quiet. */
const calmEnd = (id: string): HandoverEnded => ({
  at: 'end',
  fate: 'calm',
  id,
  refusal: null,
  sentence: null,
  person: '',
  when: new Date().toISOString(),
  byCode: false,
})

/** Writes the hand-over and waits a moment for what becomes of it. */
async function handOver(
  board: CareBoard,
  about: About,
  { by, person, looked }: Omit<ToLook, 'at' | 'alike'>,
): Promise<HandoverEnded | ToLook> {
  const id = board.write({ kind: 'release', ...about, by, ...(looked.length > 0 && { looked }) })
  const when = new Date().toISOString()
  const fate = await board.fate(id, patienceMs[by.method])
  const refused = board.queue.items.get().find((one) => one.record.id === id)?.refused
  const { refusal = null, sentence = null, alike } = refused ?? {}
  if (refusal === 'person_alike' && alike) {
    board.queue.acknowledge(id)
    return { at: 'look', by, person, alike, looked }
  }
  const end = { at: 'end', id, refusal, sentence, person, when, byCode: by.method === 'code' } as const
  return { ...end, fate: refusal === 'person_barred' ? 'calm' : fate }
}

const byOf = ({ as, id }: PickupChoice): By =>
  as === 'guardian' ? { method: 'guardian', guardianId: id } : { method: 'listed', personId: id }

/** One hand-over, step by step. */
export function useHandover(board: CareBoard, session: CareSession, child: CareChild) {
  const [step, setStep] = useState<Step>({ at: 'who' })
  const about = { sessionId: session.id, childId: child.childId }
  const release = (by: By, person: string, looked: Looked = []) => {
    setStep({ at: 'asking' })
    void handOver(board, about, { by, person, looked }).then(setStep)
  }
  return {
    step,
    back: () => setStep({ at: 'who' }),
    /** Read here, it need not be read again at the child's row. */
    known: () => step.at === 'end' && board.queue.acknowledge(step.id),
    /** One after the other; whoever is the same person needs no further look. */
    decide({ by, person, alike, looked }: ToLook, same: boolean) {
      const [first, ...rest] = alike
      if (!first) return
      const now = [...looked, { personId: first.personId, same }]
      if (!same && rest.length > 0) return setStep({ at: 'look', by, person, alike: rest, looked: now })
      release(by, person, now)
    },
    byCode: () => setStep({ at: 'code' }),
    byCall: () => setStep({ at: 'override', person: null }),
    choose(person: PickupChoice) {
      if (person.barredAs !== null) return setStep({ at: 'apart', person, barredAs: person.barredAs })
      if (person.verified) return setStep({ at: 'sure', person })
      setStep(session.leader ? { at: 'override', person } : { at: 'unverified' })
    },
    /** The alert goes, and the screen stays quiet. */
    raise: (personId: string) => setStep(calmEnd(board.write({ kind: 'barred_seen', ...about, personId }))),
    releaseTo: (person: PickupChoice) => release(byOf(person), choiceName(person)),
    releaseByCode: (code: string) => release({ method: 'code', code }, child.delegate?.name ?? ''),
    override: (by: Omit<Extract<By, { method: 'override' }>, 'method'>) =>
      release({ method: 'override', ...by }, by.name),
  }
}

export type Handover = ReturnType<typeof useHandover>
