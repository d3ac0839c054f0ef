import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { namingNobody } from '../../platform/own-words'
import { namesAround } from './names-store'

/** @throws Problem invalid_request where staff's words about a case (`path`) name somebody around it, or may name anybody */
export async function caseWords(
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  { caseId, words, path }: { caseId: string; words: string | null; path: string },
): Promise<void> {
  if (words) namingNobody(words, path, await knownNames(deps, tx, caseId, null))
}

/** Who may be named in words about a case, for them to be masked. @param name of the person served */
export async function knownNames(
  { cipher }: Pick<Deps, 'cipher'>,
  tx: Tx,
  caseId: string,
  name: string | null,
): Promise<string[]> {
  const { badges, accounts, keepers, pickupPeople, nickname, childId, profileEnc } = await namesAround(
    tx,
    caseId,
  )
  const child =
    childId && profileEnc
      ? (JSON.parse(cipher.decrypt('children.profile_enc', childId, profileEnc)) as { name: string }).name
      : null
  return [
    ...badges,
    ...accounts.map(({ id, nameEnc }) => cipher.decrypt('accounts.name_enc', id, nameEnc)),
    ...keepers.map(({ id, nameEnc }) => cipher.decrypt('facilities.keeper_name_enc', id, nameEnc)),
    ...pickupPeople.map(({ id, nameEnc }) => cipher.decrypt('pickup_people.name_enc', id, nameEnc)),
    name,
    nickname,
    child,
  ].filter((each) => each !== null)
}
