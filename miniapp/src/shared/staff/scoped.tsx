import type { Grant } from '@linli/contracts/identity'
import type { ReactNode } from 'react'
import { FindIn } from './find-in'
import { back, goTab } from '../navigation/navigate'
import { pages } from '../navigation/pages'
import { staffText } from './staff-text'
import { type Opens, type Scope, useScope } from './use-scope'
import { Box } from '../ui/base/box'
import { Blank } from '../ui/answers/blank'
import { Button } from '../ui/button'
import { Choice } from '../forms/choice'
import { SignInFirst } from '../ui/answers/failure'
import { Page } from '../ui/page/page'

/** Where somebody works in several divisions: which one is it now? */
export function ScopeChoice({ scope: { grants, grant, setDivision } }: { scope: Scope }) {
  if (grants.length < 2) return null
  return (
    <Choice
      label={staffText.division}
      options={grants.map((one) => ({ value: one.division, word: one.divisionName }))}
      chosen={grant?.division ?? null}
      onChoose={setDivision}
    />
  )
}

/** For whoever is not signed in, works nowhere, or works, and not with this page. */
export function NoScope({ scope, returnTo }: { scope: Scope; returnTo: string }) {
  if (!scope.signedIn) return <SignInFirst help={staffText.signInHelp} returnTo={returnTo} />
  if (scope.office === null)
    return (
      <Blank picture="room" title={staffText.noGrant} help={staffText.noGrantHelp}>
        <Button onTap={() => goTab('home')}>{staffText.backToResident}</Button>
      </Blank>
    )
  return (
    <Blank picture="sign" title={staffText.notYours} help={staffText.whose[scope.opens]}>
      {scope.office === 'desk' ? (
        <Button to={pages.desk}>{staffText.toDesk}</Button>
      ) : (
        <Button onTap={() => goTab('me')}>{staffText.toMe}</Button>
      )}
      <Button look="ghost" onTap={back}>
        {staffText.back}
      </Button>
    </Blank>
  )
}

interface Props {
  title: string
  returnTo: string
  /** The frame's class. */
  className: string
  /** Who is offered it: nobody is offered what is refused. */
  opens?: Opens
  /** The main button, in reach of a thumb. */
  bar?: (grant: Grant) => ReactNode
  children: (grant: Grant) => ReactNode
}

/** A page of staff: about one of their divisions, chosen where there are several. */
export function Scoped({ title, returnTo, className, opens, bar, children }: Props) {
  const scope = useScope(opens)
  return (
    <Page title={title} wide bar={scope.grant !== null && bar?.(scope.grant)}>
      <Box className={className}>
        <ScopeChoice scope={scope} />
        {scope.grant !== null && (
          <Box className="find--scoped">
            <FindIn key={scope.grant.division} grant={scope.grant} />
          </Box>
        )}
        {scope.grant === null ? <NoScope scope={scope} returnTo={returnTo} /> : children(scope.grant)}
      </Box>
    </Page>
  )
}
