import '../components/visits.css'
import type { Visitor } from '@linli/contracts/visit-register'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { Field } from '../../../shared/forms/field'
import { faultText } from '../../../shared/http/problem-text'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { addDays, dayOf } from '../../../shared/time/shanghai'
import { dateWords } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Lead } from '../../../shared/ui/lead'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useCover, useVisitors } from '../api'
import { InCommunity } from '../components/places'
import { coverText } from '../text'

/** Who visits in a community, and who stands in while somebody is away. */
export default function VisitorsPage() {
  return (
    <Page title={coverText.title}>
      <InCommunity returnTo={pages.visitors}>
        {({ division }) => <Visitors key={division} community={division} />}
      </InCommunity>
    </Page>
  )
}

function Visitors({ community }: { community: string }) {
  const query = useVisitors(community)
  const keeps =
    useMe()?.grants.some(({ role, division }) => role === 'staff' && division === community) ?? false
  const [one, setOne] = useState<Visitor | null>(null)
  return (
    <Answered query={query} blocks={[120, 120]}>
      {({ visitors }) => (
        <>
          <Lead picture="bench">{coverText.lead}</Lead>
          {visitors.map((visitor) => (
            <OneVisitor
              key={visitor.id}
              visitor={visitor}
              {...(keeps && { onCover: () => setOne(visitor) })}
            />
          ))}
          {one !== null && (
            <CoverSheet
              community={community}
              visitor={one}
              others={visitors.filter(({ id }) => id !== one.id)}
              onClose={() => setOne(null)}
            />
          )}
        </>
      )}
    </Answered>
  )
}

const OneVisitor = ({ visitor, onCover }: { visitor: Visitor; onCover?: () => void }) => (
  <Card>
    <Box className="between">
      <Box className="strong">{visitor.name}</Box>
      <Box className="muted">{coverText.elders(visitor.elders)}</Box>
    </Box>
    {visitor.cover !== null && (
      <Box>
        {coverText.cover(visitor.cover.name, dateWords(visitor.cover.from), dateWords(visitor.cover.to))}
      </Box>
    )}
    {onCover !== undefined && (
      <Button look="plain" label={`${visitor.name} ${coverText.set}`} onTap={onCover}>
        {coverText.set}
      </Button>
    )}
  </Card>
)

interface SheetProps {
  community: string
  visitor: Visitor
  others: readonly Visitor[]
  onClose: () => void
}

function CoverSheet({ community, visitor, others, onClose }: SheetProps) {
  const today = dayOf(Date.now())
  const [cover, setCover] = useState<string | null>(visitor.cover?.id ?? null)
  const [from, setFrom] = useState(visitor.cover?.from ?? today)
  const [to, setTo] = useState(visitor.cover?.to ?? addDays(today, 7))
  const write = useCover(() => {
    say(coverText.saved)
    onClose()
  })
  const send = (by: string | null) =>
    write.mutate({ body: { community, visitor: visitor.id, cover: by, from, to } })
  const fault = (field: string) => faultText(write.error, `body.${field}`)
  return (
    <Sheet title={coverText.sheetTitle(visitor.name)} onClose={onClose}>
      <Box className="label">{coverText.who}</Box>
      <Choice
        label={coverText.who}
        options={others.map(({ id, name }) => ({ value: id, word: name }))}
        chosen={cover}
        onChoose={setCover}
      />
      <Field
        id="cover-from"
        kind="date"
        label={coverText.from}
        value={from}
        fault={fault('from')}
        onInput={setFrom}
      />
      <Field id="cover-to" kind="date" label={coverText.to} value={to} fault={fault('to')} onInput={setTo} />
      <Refusal problem={write.error?.errors.length === 0 ? write.error : null} />
      <Button busy={write.isPending} needs={cover === null && coverText.needs} onTap={() => send(cover)}>
        {coverText.save}
      </Button>
      {visitor.cover !== null && (
        <Button look="plain" busy={write.isPending} onTap={() => send(null)}>
          {coverText.end}
        </Button>
      )}
    </Sheet>
  )
}
