import type { Grant } from '@linli/contracts/identity'
import type { ReactNode } from 'react'
import { pages } from '../navigation/pages'
import { staffText } from './staff-text'
import { type Place, useCommunitiesOf } from './use-communities'
import { Blank } from '../ui/answers/blank'
import { Button } from '../ui/button'

interface Props {
  grant: Grant
  children: (communities: readonly [Place, ...Place[]]) => ReactNode
}

/** The communities of a division; a wide one has to be narrowed first. */
export function InCommunities({ grant, children }: Props) {
  const [first, ...others] = useCommunitiesOf(grant)
  if (first !== undefined) return <>{children([first, ...others])}</>
  return (
    <Blank picture="home" title={staffText.noCommunity} help={staffText.noCommunityHelp}>
      <Button to={pages.communities}>{staffText.choose}</Button>
    </Blank>
  )
}
