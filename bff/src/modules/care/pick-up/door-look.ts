/**
 * The promise: who is almost somebody on a child's lists is looked at by a person before the child goes, and what was
 * decided is on the record. The carer learns both names and what is alike, never why somebody is on a list.
 */
import type { CareRecordSent, LookAlike } from '@linli/contracts/care'
import type { FieldCipher } from '../../../platform/crypto'
import { isSameName } from '../../../platform/name-form'
import { alikeIn } from '../../../platform/near-names'
import { type DoorDetail, judgeListed, type Verdict } from './pickup-rules'
import type { ListedRow } from './row'

type Release = Extract<CareRecordSent, { kind: 'release' }>

/** A release that is sent later than this was made without network; nobody stands at the door any more. */
const atDoorMs = 5 * 60_000

export interface Look {
  people: readonly ListedRow[]
  day: string
  /** How long ago the release was when it was sent, by the device's own clock. */
  ageMs: number
}

export interface Looked {
  verdict: Verdict
  alike: LookAlike[]
  /** For the record: who is alike, and what the carer said. */
  looked: NonNullable<DoorDetail['looked']>
}

/**
 * A verified guardian's papers were seen, so nobody is taken for them. Whoever is listed or has a code was written down
 * by a guardian and is compared with those who are barred; whom a leader lets in by a call, with everybody.
 */
export function lookAtDoor(
  cipher: FieldCipher,
  { by, looked = [] }: Pick<Release, 'by' | 'looked'>,
  verdict: Verdict,
  said: string | undefined,
  { people, day, ageMs }: Look,
): Looked {
  if (verdict.refusal || !said) return { verdict, alike: [], looked: [] }
  const nameOf = ({ id, nameEnc }: ListedRow): string => cipher.decrypt('pickup_people.name_enc', id, nameEnc)
  // Where the form of names has changed, stored hashes are those of the old one until they are renewed.
  if (barredOf(people).some((p) => isSameName(said, nameOf(p))))
    return { verdict: { ...verdict, refusal: 'person_barred' }, alike: [], looked: [] }
  if (by.method === 'guardian') return { verdict, alike: [], looked: [] }
  const near = people
    .filter((p) => p.id !== verdict.person?.id && isOnList(p, day))
    .filter((p) => p.kind === 'barred' || by.method === 'override')
    .map((p) => ({
      personId: p.id,
      said,
      name: nameOf(p),
      p,
    }))
    .map(({ p, ...one }) => ({ p, one: { ...one, alike: alikeIn(said, one.name) } }))
    .filter(({ one }) => one.alike.length > 0)
  const saidOf = (id: string): boolean | undefined => looked.find((l) => l.personId === id)?.same
  const record = near.map(({ one }) => ({ name: one.name, same: saidOf(one.personId) ?? null }))
  const same = near.find(({ one }) => saidOf(one.personId) === true)?.p
  if (same) return { verdict: judgeListed(same, barredOf(people), day), alike: [], looked: record }
  const undecided = near.filter(({ one }) => saidOf(one.personId) === undefined).map(({ one }) => one)
  if (undecided.length === 0 || ageMs > atDoorMs) return { verdict, alike: [], looked: record }
  return { verdict: { ...verdict, refusal: 'person_alike' }, alike: undecided, looked: record }
}

const barredOf = (people: readonly ListedRow[]): ListedRow[] => people.filter((p) => p.kind === 'barred')

const isOnList = ({ kind, validFrom, validTo }: ListedRow, day: string): boolean =>
  kind === 'barred' || (validFrom <= day && (validTo === null || day <= validTo))
