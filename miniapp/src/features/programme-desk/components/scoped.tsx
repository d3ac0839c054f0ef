import './programme-desk.css'
import type { Grant } from '@linli/contracts/identity'
import type { ReactNode } from 'react'
import { pages } from '../../../shared/pages'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Choice } from '../../../shared/ui/choice'
import { SignInFirst } from '../../../shared/ui/failure'
import { Page } from '../../../shared/ui/page'
import { scopeText } from '../text'
import { useCommunitiesOf, useScope } from '../use-scope'
import type { Place } from '../use-scope'

interface Props {
  title: string
  returnTo: string
  children: (grant: Grant) => ReactNode
}

/** A page of staff: about one of their divisions, chosen where there are several. */
export function Scoped({ title, returnTo, children }: Props) {
  const { signedIn, grants, grant, setDivision } = useScope()
  return (
    <Page title={title} wide>
      <Box className="pd">
        {!signedIn && <SignInFirst help={scopeText.signInHelp} returnTo={returnTo} />}
        {signedIn && grant === null && (
          <Blank icon="desk" title={scopeText.noGrant} help={scopeText.noGrantHelp} />
        )}
        {grants.length > 1 && (
          <Choice
            label={scopeText.division}
            options={grants.map((one) => ({ value: one.division, word: one.divisionName }))}
            chosen={grant?.division ?? null}
            onChoose={setDivision}
          />
        )}
        {grant !== null && children(grant)}
      </Box>
    </Page>
  )
}

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
