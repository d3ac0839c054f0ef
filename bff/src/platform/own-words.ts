/** Words of staff for others to read: they name nobody, and are written again where they may (docs/names.md). */
import type { Fault } from '@linli/contracts/problems'
import { namesKnown } from './masking'
import { mayName } from './names'
import { Problem } from './problem'

export const nameFault = (path: string): Fault => ({
  path,
  code: 'may_name',
  message: '可能写了人名，请去掉再发',
})

export const maySomebody = (text: string, known: readonly string[] = []): boolean =>
  namesKnown(text, known) || mayName(text)

/** @throws Problem invalid_request where the words name somebody known, or may name anybody */
export function namingNobody(text: string, path: string, known: readonly string[] = []): void {
  if (maySomebody(text, known)) throw new Problem('invalid_request', undefined, [nameFault(path)])
}
