import './programme-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { ReactNode } from 'react'
import { pages } from '../../../shared/pages'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Scoped as SharedScoped } from '../../../shared/ui/scoped'
import { scopeText } from '../text'
import { type Place, useCommunitiesOf } from '../use-scope'

interface Props {
  title: string
  returnTo: string
  children: (grant: Grant) => ReactNode
}

/** A page about one division of the reader's, in this feature's frame. */
export const Scoped = (props: Props) => <SharedScoped {...props} className="pd" />

interface InProps {
  grant: Grant
  children: (communities: readonly [Place, ...Place[]]) => ReactNode
}

/** The communities of a division; a wide one has to be narrowed first. */
export function InCommunities({ grant, children }: InProps) {
  const [first, ...others] = useCommunitiesOf(grant)
  if (first !== undefined) return <>{children([first, ...others])}</>
  return (
    <Blank icon="place" title={scopeText.noCommunity} help={scopeText.noCommunityHelp}>
      <Button to={pages.communities}>{scopeText.choose}</Button>
    </Blank>
  )
}
