import {
  askToJoinTeam,
  changeTeam,
  closeTeam,
  createTeam,
  decideTeamMember,
  getTeam,
  leaveTeam,
  listDeskTeams,
  listTeams,
  nameTeamLeader,
  readTeamMembers,
  takeOffTeamMember,
} from '@linli/contracts/teams'
import { listVolunteers } from '@linli/contracts/volunteer-desk'
import type { Reply } from '../../shared/http/request'
import { useAnswer, useLook, usePages } from '../../shared/http/use-answer'
import { useWrite } from '../../shared/http/use-write'

export type Member = Reply<typeof readTeamMembers>['members'][number]

const refetchEvery = 60_000

export const useTeams = (community: string) => useAnswer(listTeams, { params: { community } })
export const useTeam = (id: string, enabled: boolean) =>
  useAnswer(getTeam, { params: { id } }, { enabled, refetchEvery })
export const useDeskTeams = (division: string) =>
  useAnswer(listDeskTeams, { params: { division } }, { refetchEvery })
/** Each of them reads that it was looked at: one tap, one record. */
export const useMembers = () => useLook(readTeamMembers)
export const useRoster = (division: string) =>
  usePages(listVolunteers, (cursor) => ({ query: { division, cursor } }))

export const useAsk = (done: () => void) => useWrite(askToJoinTeam, { done })
export const useLeave = (done: () => void) => useWrite(leaveTeam, { done })
export const useDecide = (done: () => void) => useWrite(decideTeamMember, { done })
export const useTakeOff = (done: () => void) => useWrite(takeOffTeamMember, { done })
export const useNameLeader = (done: () => void) => useWrite(nameTeamLeader, { done })
export const useCreate = (done: (made: Reply<typeof createTeam>) => void) => useWrite(createTeam, { done })
export const useRename = (done: () => void) => useWrite(changeTeam, { done })
export const useClose = (done: () => void) => useWrite(closeTeam, { done })
