import {
  addDuty,
  changeLeader,
  endDuty,
  listCareDevices,
  listDuties,
  listPinLocks,
  makePairingCode,
  unlockPin,
  unpairCareDevice,
} from '@linli/contracts/care-desk'
import {
  decideEnding,
  listPendingLinks,
  proposeEnding,
  readPendingLink,
  refuseLink,
  stopFreeze,
  verifyLink,
} from '@linli/contracts/guardian-desk'
import { decideMove, deskLine, listProposedMoves, proposeMove } from '@linli/contracts/line'
import {
  type Programme,
  cancelProgramme,
  changeProgramme,
  closeProgramme,
  copyProgramme,
  createProgramme,
  drawProgramme,
  getProgramme,
  listProgrammes,
  publishProgramme,
} from '@linli/contracts/programmes'
import { exportRoster, getRoster, moveClass } from '@linli/contracts/enrolments'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** Sign-ups come while staff look. */
const soon = 10_000
const often = 30_000

export type ProgrammesShown = 'current' | 'all'

export const useProgrammes = (community: string, show: ProgrammesShown) =>
  usePages(listProgrammes, (cursor) => ({ query: { community, show, cursor } }), false, soon)
export const useProgramme = (id: string) =>
  useAnswer(getProgramme, { params: { id } }, { refetchEvery: soon, enabled: id !== '' })
export const useRoster = (id: string) => useAnswer(getRoster, { params: { id } }, { refetchEvery: soon })
export const useLine = (id: string) => useAnswer(deskLine, { params: { id } }, { refetchEvery: soon })

type Done = (programme: Programme) => void
export const useCreate = (done: Done) => useWrite(createProgramme, { done })
export const useChange = (done: Done) => useWrite(changeProgramme, { done })
export const useCopy = (done: Done) => useWrite(copyProgramme, { done })
export const usePublish = (done: Done) => useWrite(publishProgramme, { done })
export const useClose = (done: Done) => useWrite(closeProgramme, { done })
export const useDraw = (done: Done) => useWrite(drawProgramme, { done })
export const useCallOff = (done: Done) => useWrite(cancelProgramme, { done })
export const useMoveClass = (done: () => void) => useWrite(moveClass, { done })
/** With names it leaves access records: one tap, one export, kept nowhere. */
export const useExport = () => useLook(exportRoster)

export const useProposedMoves = (division: string) =>
  useAnswer(listProposedMoves, { query: { division } }, { refetchEvery: often })
export const useProposeMove = (done: () => void) => useWrite(proposeMove, { done })
export const useDecideMove = (done: (moved: boolean) => void) =>
  useWrite(decideMove, { done: ({ moved }) => done(moved) })

export const useDuties = (id: string) => useAnswer(listDuties, { params: { id } })
export const useAddDuty = (done: () => void) => useWrite(addDuty, { done })
export const useChangeLeader = (done: () => void) => useWrite(changeLeader, { done })
export const useEndDuty = (done: () => void) => useWrite(endDuty, { done })

export const usePendingLinks = (division: string) =>
  useAnswer(listPendingLinks, { query: { division } }, { refetchEvery: often })
/** The guardians read when their names were looked at, so one look is one record. */
export const useReadLink = () => useLook(readPendingLink)
export const useVerify = (done: () => void) => useWrite(verifyLink, { done })
export const useRefuseLink = (done: () => void) => useWrite(refuseLink, { done })
export const useProposeEnding = (done: () => void) => useWrite(proposeEnding, { done })
export const useDecideEnding = (done: () => void) => useWrite(decideEnding, { done })
export const useStopFreeze = (done: () => void) => useWrite(stopFreeze, { done })

export const useDevices = (division: string, waiting: boolean) =>
  useAnswer(listCareDevices, { query: { division } }, { refetchEvery: waiting ? 5000 : often })
export const usePairingCode = () => useWrite(makePairingCode)
export const useUnpair = (done: () => void) => useWrite(unpairCareDevice, { done })
export const usePinLocks = () => useAnswer(listPinLocks, {}, { refetchEvery: soon })
export const useUnlockPin = (done: () => void) => useWrite(unlockPin, { done })
