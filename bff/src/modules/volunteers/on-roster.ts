import type { VolunteerDetail } from '@linli/contracts/volunteer-case'
import type { FieldCipher } from '../../platform/crypto'
import { isSameName } from '../../platform/name-form'
import type { VolunteerFacts } from './store'

/** What a roster that was brought along says of whoever has this number: whether it is the same name, and what is proposed. */
export function onRoster(
  { roster, nameEnc, accountId }: Pick<VolunteerFacts, 'roster' | 'nameEnc' | 'accountId'>,
  cipher: FieldCipher,
): VolunteerDetail['facts']['roster'] {
  if (roster === null) return null
  const { lineId, skills, team } = roster
  const there = cipher.decrypt('roster_lines.name_enc', lineId, roster.nameEnc)
  const own = nameEnc && accountId ? cipher.decrypt('accounts.name_enc', accountId, nameEnc) : ''
  return { sameName: isSameName(there, own), skills, team }
}
