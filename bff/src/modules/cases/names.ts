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
  const { badges, nickname, childId, profileEnc } = await namesAround(tx, caseId)
  const child =
    childId && profileEnc
      ? (JSON.parse(deps.cipher.decrypt('children.profile_enc', childId, profileEnc)) as { name: string })
          .name
      : null
  return [...badges, name, nickname, child].filter((each) => each !== null)
}
