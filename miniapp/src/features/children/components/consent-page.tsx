import './children.css'
import { useState } from 'react'
import { Blank } from '../../../shared/ui/answers/blank'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { consentWords } from '../consent'
import { consentText } from '../text'
import { ConsentWords } from './consent-words'
import { Lead } from '../../../shared/ui/lead'

interface Props {
  title: string
  busy?: boolean
  problem?: unknown
  onAgree: () => void
}

/** The consent before anything is filled in: two equal answers, and a refusal that stores nothing and is no dead end. */
export function ConsentPage({ title, busy, problem, onAgree }: Props) {
  const [refused, setRefused] = useState(false)
  if (refused) return <Refused title={title} onRethink={() => setRefused(false)} />
  const answers = (
    <>
      <Refusal problem={problem} />
      <Box className="two-equal">
        <Button look="ghost" onTap={() => setRefused(true)}>
          {consentWords.refuse}
        </Button>
        <Button look="ghost" busy={busy === true} onTap={onAgree}>
          {consentWords.agree}
        </Button>
      </Box>
    </>
  )
  return (
    <Page title={title} bar={answers}>
      <Lead picture="care" title={consentWords.title} />
      <Card>
        <ConsentWords />
      </Card>
    </Page>
  )
}

function Refused({ title, onRethink }: { title: string; onRethink: () => void }) {
  const phone = usePhone(null)
  return (
    <Page title={title}>
      <Blank picture="sign" title={consentText.refusedTitle} help={consentText.refusedNow} alert>
        <Button onTap={() => dial(phone)}>{consentText.refusedCall}</Button>
        <Button look="ghost" onTap={onRethink}>
          {consentText.rethink}
        </Button>
      </Blank>
    </Page>
  )
}
