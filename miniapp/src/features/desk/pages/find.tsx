import '../components/desk.css'
import { searchDesk } from '@linli/contracts/desk'
import type { Grant } from '@linli/contracts/identity'
import { type ReactNode, useEffect, useState } from 'react'
import { useLook } from '../../../shared/http/use-answer'
import { pages } from '../../../shared/navigation/pages'
import { FindField } from '../../../shared/staff/find-field'
import { lookedFor } from '../../../shared/staff/looked-for'
import { NoScope, ScopeChoice } from '../../../shared/staff/scoped'
import { useScope } from '../../../shared/staff/use-scope'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Lead } from '../../../shared/ui/lead'
import { FoundList } from '../components/found-list'
import { foundText } from '../found-text'

export default function DeskFindPage() {
  const scope = useScope()
  const [asked] = useState(lookedFor.get)
  const grant = scope.grants.find(({ division }) => division === asked.division) ?? scope.grant
  const [moved, setMoved] = useState(false)
  const here = moved ? scope.grant : grant
  const choice = (
    <ScopeChoice
      scope={{
        ...scope,
        grant: here,
        setDivision(division) {
          setMoved(true)
          scope.setDivision(division)
        },
      }}
    />
  )
  if (here !== null)
    return <Find key={here.division} grant={here} words={moved ? '' : asked.words} choice={choice} />
  return (
    <Page title={foundText.title}>
      <NoScope scope={scope} returnTo={pages.deskFind} />
    </Page>
  )
}

interface Props {
  grant: Grant
  words: string
  choice: ReactNode
}

/** What was found stays while one looks at a case of it, and is asked for anew only by a tap: a look is a record. */
function Find({ grant: { division }, words, choice }: Props) {
  const look = useLook(searchDesk)
  const { mutate } = look
  useEffect(() => {
    if (words !== '') mutate({ body: { division, words } })
  }, [mutate, division, words])
  return (
    <Page title={foundText.title}>
      {choice}
      <FindField
        division={division}
        words={words}
        busy={look.isPending}
        onFind={(typed) => mutate({ body: { division, words: typed } })}
      />
      <Refusal problem={look.error} />
      <Box live>
        {look.data === undefined ? (
          <Lead picture="find">{`${foundText.help}${foundText.recorded}`}</Lead>
        ) : (
          <FoundList found={look.data} />
        )}
      </Box>
    </Page>
  )
}
