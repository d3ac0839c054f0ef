import type { Child } from '@linli/contracts/children'
import { useState } from 'react'
import { say } from '../../../shared/ui/page/say'
import { fullDate } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { useUnbar } from '../api'
import { peopleText } from '../people-text'
import { BarSheet } from './bar-sheet'
import { CardLink } from './card-link'
import { ConfirmSheet } from '../../../shared/ui/sheets/confirm-sheet'
import { childrenText } from '../text'

type Barred = Child['barredPeople'][number]

/** Who must never get the child: set only by a guardian whose papers staff have seen. */
export function BarredCard({ child }: { child: Child }) {
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<Barred | null>(null)
  const all = child.verified ? child.barredPeople : []
  return (
    <Card title={peopleText.barred}>
      <Box as="p" className="muted">
        {child.verified ? peopleText.barredHelp : peopleText.barredFirst}
      </Box>
      {child.verified && all.length === 0 && <Box className="muted">{peopleText.barredNone}</Box>}
      {all.map((one) => (
        <Row
          key={one.id}
          title={one.name}
          under={[one.note, peopleText.barredSince(fullDate(one.since))].filter(Boolean).join(' · ')}
          end={
            <CardLink label={peopleText.unbarName(one.name)} onTap={() => setLeaving(one)}>
              {peopleText.unbar}
            </CardLink>
          }
        />
      ))}
      {child.verified && child.consented && (
        <Button look="plain" onTap={() => setAdding(true)}>
          {peopleText.bar}
        </Button>
      )}
      {adding && <BarSheet childId={child.id} onClose={() => setAdding(false)} />}
      {leaving !== null && <UnbarSheet one={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  )
}

function UnbarSheet({ one, onClose }: { one: Barred; onClose: () => void }) {
  const unbar = useUnbar(() => {
    say(peopleText.removed)
    onClose()
  })
  return (
    <ConfirmSheet
      title={peopleText.unbarAsk(one.name)}
      lines={[peopleText.unbarHelp]}
      yes={peopleText.unbarYes}
      no={childrenText.keep}
      busy={unbar.isPending}
      problem={unbar.error}
      onYes={() => unbar.mutate({ params: { id: one.id } })}
      onClose={onClose}
    />
  )
}
