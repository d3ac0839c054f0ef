import { type Fault, type ProblemCode, problems } from '@linli/contracts/problems'

/** A refusal on its way to the edge, where `http/problem-json` turns it into `application/problem+json`. */
export class Problem extends Error {
  readonly status: number

  /** @param facts what the sentence needs (never a tagged field); @param faults every fault of a 422 */
  constructor(
    readonly code: ProblemCode,
    readonly facts?: Record<string, unknown>,
    readonly faults?: Fault[],
  ) {
    super(code)
    this.name = 'Problem'
    this.status = problems[code].status
  }
}
