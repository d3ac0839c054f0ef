import type { File } from '@linli/contracts/files'
import { localProblem, ProblemError } from '../http/problem'
import { type Keep, withOne } from './entries'
import { letGo } from './let-go'
import type { Picked } from './picked'
import { upload } from './upload'

/**
 * Hands a file in for a draft. Where that draft is over, by now or by the time the upload ends, it is let go.
 * @param keep of the draft as it was when the file was chosen @returns why it failed; null where nobody sees it any more
 */
export async function handIn(
  picked: Picked,
  wish: Parameters<typeof upload>[1],
  keep: Keep,
): Promise<File | ProblemError | null> {
  if (!keep((ids) => [...ids])) return null
  try {
    const file = await upload(picked, wish)
    if (keep(withOne(file.id))) return file
    takeBack(file.id)
    return null
  } catch (error) {
    return error instanceof ProblemError ? error : localProblem('network')
  }
}

export const takeBack = (id: string) => void letGo([id])
