import { exportMe, getLeaving, leave } from '@linli/contracts/leaving'
import { useAnswer, useLook } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** Once for each tap, so that no copy of it waits anywhere. */
export const useExport = () => useLook(exportMe)
export const useLeaving = (enabled: boolean) => useAnswer(getLeaving, {}, { enabled })
export const useLeave = (done: (finalAt: string) => void) =>
  useWrite(leave, { done: ({ finalAt }) => done(finalAt) })
