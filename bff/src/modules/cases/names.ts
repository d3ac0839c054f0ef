import type { Deps } from '../../deps'
import type { Tx } from '../../platform/db'
import { namesAround } from './names-store'

/** Who may be named in words about a case, for them to be masked. @param name of the person served */
export async function knownNames(
  deps: Pick<Deps, 'cipher'>,
  tx: Tx,
  caseId: string,
  name: string | null,
): Promise<string[]> {
  const { badges, nickname, profileEnc } = await namesAround(tx, caseId)
  const child = profileEnc
    ? (JSON.parse(deps.cipher.decrypt('child', profileEnc)) as { name: string }).name
    : null
  return [...badges, name, nickname, child].filter((each) => each !== null)
}
