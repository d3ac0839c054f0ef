import { createHash } from 'node:crypto'
import { zeroBits } from '../../bff/src/platform/proof'
import { solve, type Work } from '../../miniapp/src/shared/http/proof-of-work'
import type { Answer } from './api'

/** The header that answers a `proof_needed`, worked out by the app's own code. */
export async function proofOf({ problem }: Answer): Promise<Record<string, string>> {
  return { 'linli-proof': await solve(problem.facts?.work as Work) }
}

/** The same by Node's own hash, for many of them. */
export function quickProofOf({ problem }: Answer): Record<string, string> {
  const { seed, bits } = problem.facts?.work as Work
  for (let nonce = 0; ; nonce++) {
    const solution = `${seed}:${nonce.toString(36)}`
    if (zeroBits(createHash('sha256').update(solution).digest()) >= bits) return { 'linli-proof': solution }
  }
}
