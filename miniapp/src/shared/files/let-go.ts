/** Pictures that were handed in for a draft that is gone: the service lets them go, now or when it can be told. */
import { listFiles, removeFile } from '@linli/contracts/files'
import { namesOf, recall } from '../device/storage'
import { call } from '../http/call'
import { addQuiet, sendQuiet } from '../http/quiet-writes'

/** Of every draft of this device whose name begins so. */
export const inDrafts = (start = 'draft.'): string[] =>
  namesOf(start).flatMap((name) => {
    const files = recall<{ files?: unknown }>(name)?.files
    return Array.isArray(files) ? files.filter((id) => typeof id === 'string') : []
  })

/** @returns once it was tried; what could not be said is said later */
export function letGo(ids: readonly string[]): Promise<void> {
  for (const id of ids) addQuiet(removeFile, { params: { id } })
  return sendQuiet()
}

/**
 * Everything that waits at the service and that no draft of this device keeps.
 * @returns how many there were @throws ProblemError
 */
export async function letOthersGo(): Promise<number> {
  const mine = inDrafts()
  const { files } = await call(listFiles, {})
  const others = files.filter(({ id }) => !mine.includes(id))
  await Promise.all(others.map(({ id }) => call(removeFile, { params: { id } })))
  return others.length
}
