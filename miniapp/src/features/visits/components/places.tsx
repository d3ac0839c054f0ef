import type { Grant } from '@linli/contracts/identity'
import { isCommunity } from '@linli/contracts/ladder'
import { type ReactNode, useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { back, goTab } from '../../../shared/navigation/navigate'
import { useMe } from '../../../shared/session/session'
import { workGrants } from '../../../shared/staff/grants'
import { staffText } from '../../../shared/staff/staff-text'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Button } from '../../../shared/ui/button'
import { registerText } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

interface Props {
  returnTo: string
  children: (grant: Grant) => ReactNode
}

/** Names are for those who work in the community itself: one of theirs, chosen where there are several. */
export function InCommunity({ returnTo, children }: Props) {
  const me = useMe()
  const grants = workGrants(me).filter(({ division }) => isCommunity(division))
  const [chosen, setChosen] = useState<string | null>(null)
  const grant = grants.find(({ division }) => division === chosen) ?? grants[0]
  if (me === null) return <SignInFirst help={registerText.signInHelp} returnTo={returnTo} />
  if (grant === undefined)
    return (
      <Blank picture="sign" title={registerText.noGrant} help={registerText.noGrantHelp}>
        <Button onTap={() => goTab('me')}>{staffText.toMe}</Button>
        <Button look="ghost" onTap={back}>
          {staffText.back}
        </Button>
      </Blank>
    )
  return (
    <>
      <FindHere />
      {grants.length > 1 && (
        <Choice
          label={registerText.community}
          options={grants.map(({ division, divisionName }) => ({ value: division, word: divisionName }))}
          chosen={grant.division}
          onChoose={setChosen}
        />
      )}
      {children(grant)}
    </>
  )
}
