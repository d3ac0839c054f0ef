/** Pictures that were handed in for a draft that is gone: the service lets them go, now or when it can be told. */
import { listFiles, removeFile } from '@linli/contracts/files'
import { namesOf, recall } from '../device/storage'
import { call } from '../http/call'
import { addQuiet, sendQuiet } from '../http/quiet-writes'
import { endSessionHere } from '../session/session'

/** Of every draft of this device whose name begins so. */
export const inDrafts = (start = 'draft.'): string[] =>
  namesOf(start).flatMap((name) => {
    const files = recall<{ files?: unknown }>(name)?.files
    return Array.isArray(files) ? files.filter((id) => typeof id === 'string') : []
  })

/** @returns once it was tried; what could not be said is said later */
export function letGo(ids: readonly string[]): Promise<void> {
  letGoLater(ids)
  return sendQuiet()
}

/** At the next chance, in the name of whoever is signed in now. */
function letGoLater(ids: readonly string[]) {
  for (const id of ids) addQuiet(removeFile, { params: { id } })
}

/**
 * Signs out on this device once the service has ended the session; drafts go then and not before, since whoever could not
 * sign out goes on with them and their pictures. In a session that is over nothing can be deleted: the service is told of
 * the pictures when their person signs in again, and until then keeps them to itself, for seven days at most.
 * @param end asks the service @throws ProblemError of `end`; then all is as it was
 */
export async function signOutHere(end: () => Promise<unknown>): Promise<void> {
  await end()
  letGoLater(inDrafts())
  endSessionHere(null)
}

/**
 * Everything that waits at the service and that no draft of this device keeps.
 * @returns how many there were @throws ProblemError
 */
export async function letOthersGo(): Promise<number> {
  const { files } = await call(listFiles, {})
  // Only now: an upload that ended meanwhile is in a draft, and may be on the list, too.
  const mine = inDrafts()
  const others = files.filter(({ id }) => !mine.includes(id))
  await Promise.all(others.map(({ id }) => call(removeFile, { params: { id } })))
  return others.length
}
