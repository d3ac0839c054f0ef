import { listChildAccess } from '@linli/contracts/child-access'
import {
  type Child,
  type ChildSummary,
  addChild,
  changeChild,
  decideConsent,
  eraseChild,
  exportChild,
  getChild,
  listChildren,
  takeBackFreeze,
} from '@linli/contracts/children'
import {
  acceptInvitation,
  addPickupPerson,
  barPerson,
  endGuardianship,
  inviteGuardian,
  makePickupCode,
  removePickupPerson,
  unbarPerson,
} from '@linli/contracts/guardians'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'
import { useTaggedWrite } from '../../shared/http/use-tagged-write'

export const useChildren = (enabled: boolean) => useAnswer(listChildren, {}, { keep: true, enabled })
/** Kept nowhere: what is tagged never reaches the device's storage. */
export const useChild = (id: string, enabled: boolean) =>
  useAnswer(getChild, { params: { id } }, { enabled: enabled && id !== '' })
export const useChildAccess = (id: string) =>
  usePages(listChildAccess, (cursor) => ({ params: { id }, query: { cursor } }))

export const useAddChild = (done: (child: Child) => void) => useTaggedWrite(addChild, done)
export const useChangeChild = (done: () => void) => useWrite(changeChild, { done })
export const useDecideConsent = (done: (child: ChildSummary) => void) => useWrite(decideConsent, { done })
/** Frozen or gone: its page is not asked for any more. */
export const useEraseChild = (done: (finalAt: string | null) => void) =>
  useWrite(eraseChild, { done: ({ finalAt }) => done(finalAt), gone: ({ params }) => params.id })
export const useTakeBack = (done: () => void) => useWrite(takeBackFreeze, { done })
/** Once for each tap, so that no copy of it waits anywhere. */
export const useExport = () => useLook(exportChild)

export const useInvite = () => useWrite(inviteGuardian)
export const useJoin = (done: () => void) => useWrite(acceptInvitation, { done })
/** @param leaves the child that the reader cannot see any more */
export const useEndLink = (done: () => void, leaves: string | null) =>
  useWrite(endGuardianship, { done, ...(leaves === null ? {} : { gone: () => leaves }) })

export const useAddPickup = (done: () => void) => useTaggedWrite(addPickupPerson, done)
export const useRemovePickup = (done: () => void) => useWrite(removePickupPerson, { done })
export const usePickupCode = () => useWrite(makePickupCode)
export const useBar = (done: () => void) => useTaggedWrite(barPerson, done)
export const useUnbar = (done: () => void) => useWrite(unbarPerson, { done })
