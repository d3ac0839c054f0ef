import { readBoard } from '@linli/contracts/board'
import { usePages } from '../../shared/http/use-answer'

/** What was decided elsewhere appears by itself. */
const refetchEvery = 15_000

export const useBoard = (division: string, from: string, days: number) =>
  usePages(
    readBoard,
    (cursor) => ({ params: { division }, query: { from, days: String(days), cursor } }),
    false,
    refetchEvery,
  )
