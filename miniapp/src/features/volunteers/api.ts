import { getCase, listMyCases } from '@linli/contracts/cases'
import { listChildren } from '@linli/contracts/children'
import { setProposals } from '@linli/contracts/task-proposals'
import type { Skill } from '@linli/contracts/volunteer-case'
import { listVolunteers } from '@linli/contracts/volunteer-desk'
import {
  addPaper,
  changeAvailability,
  readVolunteerName,
  registerVolunteer,
  revokePaper,
} from '@linli/contracts/volunteers'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

/** The registrations that are open: one's own, and those of one's children. */
export const useRegistrations = (enabled: boolean) =>
  useAnswer(listMyCases, { query: { type: 'volunteer' as const, show: 'open' as const } }, { enabled })
export const useChildren = (enabled: boolean) => useAnswer(listChildren, {}, { enabled })
export const useRegistration = (id: string) => useAnswer(getCase, { params: { id } })
export const useRegister = (done: (made: { id: string }) => void) => useWrite(registerVolunteer, { done })
export const useChange = (done: () => void) => useWrite(changeAvailability, { done })
export const useSetProposals = (done: () => void) => useWrite(setProposals, { done })
export const useAddPaper = (done: () => void) => useWrite(addPaper, { done })
export const useRevokePaper = (done: () => void) => useWrite(revokePaper, { done })
export const useChildName = () => useLook(readVolunteerName)
export const useRoster = (division: string, skill: Skill | undefined) =>
  usePages(listVolunteers, (cursor) => ({ query: { division, skill, cursor } }))
