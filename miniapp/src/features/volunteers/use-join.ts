import type { Me } from '@linli/contracts/identity'
import { volunteerRulesVersion } from '@linli/contracts/volunteer-rules'
import { useCommunity } from '../../shared/app-state/community'
import { go, replaceWith } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { useMe, useSession } from '../../shared/session/session'
import { useChildren, useRegister, useRegistrations } from './api'
import { needsOfTimes } from './components/availability'
import { self, useVolunteerDraft } from './draft'
import { joinText } from './text'

export interface Candidate {
  value: string
  word: string
}

/** Who of a family is no volunteer yet and may become one. */
function useCandidates(signedIn: boolean) {
  const registered = useRegistrations(signedIn).data?.cases
  const children = useChildren(signedIn).data?.children ?? []
  const own = registered?.find(({ childId }) => childId === null)
  const ready = children.filter(
    ({ id, verified, consented, frozen }) =>
      verified && consented && frozen === null && registered?.every(({ childId }) => childId !== id),
  )
  const candidates: Candidate[] = [
    ...(own === undefined ? [{ value: self, word: joinText.self }] : []),
    ...ready.map(({ id, nickname }) => ({ value: id, word: joinText.child(nickname) })),
  ]
  return { own, candidates }
}

/** Nothing is asked that is known: only what is missing of whoever is signed in. */
function needsOfPerson(me: Me | null, who: string | null): string | null {
  if (me?.name === null) return joinText.nameNeeds
  if (me?.phone === null) return joinText.phoneNeeds
  return who === null ? joinText.whoNeeds : null
}

/** The three screens: what was said, what is still missing on this one, and the one write. */
export function useJoin() {
  const signedIn = useSession() !== null
  const me = useMe()
  const community = useCommunity()
  const { draft, change, sent, takeAlong, leaveBehind } = useVolunteerDraft()
  const { own, candidates } = useCandidates(signedIn)
  const write = useRegister(({ id }) => {
    sent()
    replaceWith(pages.case(id))
  })
  const who = candidates.find(({ value }) => value === draft.who)?.value ?? null
  const needs = [
    draft.skills.length === 0 ? joinText.skillsNeeds : null,
    needsOfTimes(draft.times, draft.reach),
    community === null ? joinText.noCommunity : needsOfPerson(me, who),
  ]
  const send = () => {
    const { skills, times, reach } = draft
    if (community === null || reach === null || who === null) return
    const childId = who === self ? null : who
    const said = { skills: [...skills], times: [...times], reach, childId }
    write.mutate({ body: { community: community.code, rulesVersion: volunteerRulesVersion, ...said } })
  }
  const signIn = () => {
    takeAlong()
    go(pages.signIn(pages.joinVolunteers))
  }
  return {
    ...{ draft, change, who, own, candidates, me, community, signedIn },
    needs,
    write,
    send,
    signIn,
    leaveBehind,
  }
}

export type Join = ReturnType<typeof useJoin>
